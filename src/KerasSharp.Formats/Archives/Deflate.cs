namespace KerasSharp.Formats.Archives;

/// <summary>What is known of deflate, which zip, gzip and PNG compress with.</summary>
internal static class Deflate
{
    /// <summary>No byte of it stands for more bytes than this, so whoever declares more says what is not true.</summary>
    public const long MaximumExpansion = 1032;
}
