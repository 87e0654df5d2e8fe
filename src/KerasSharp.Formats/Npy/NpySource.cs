namespace KerasSharp.Formats.Npy;

/// <summary>What is read, for what errors say: a file, and the array in it where it is an archive.</summary>
internal readonly record struct NpySource(string File, string? Array = null)
{
    /// <summary>An error at a byte of the npy file.</summary>
    public FileFormatException At(long offset, string problem, Exception? inner = null) =>
        new(File, Array is null ? $"byte {offset}" : $"array '{Array}', byte {offset}", problem, inner);
}
