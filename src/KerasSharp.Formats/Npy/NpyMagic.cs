namespace KerasSharp.Formats.Npy;

/// <summary>The six bytes that an npy file begins with, and what other first bytes tell.</summary>
internal static class NpyMagic
{
    /// <summary>0x93 and NUMPY.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>A hint at what the file may be, or nothing.</summary>
    public static string Hint(ReadOnlySpan<byte> start) =>
        start switch
        {
            [(byte)'P', (byte)'K', ..] => "; this is a zip archive: read it with NpzFile",
            [0x80, <= 5, ..] => "; this is a Python pickle, which runs code when read: save it again with np.save",
            [0x89, (byte)'H', (byte)'D', (byte)'F', ..] => "; this is an HDF5 file",
            [0x1F, 0x8B, ..] => "; this is a gzip file: unpack it first",
            [(byte)'<', ..] => "; this looks like a web page",
            _ => "",
        };
}
