using System.IO.Compression;
using System.Security.Cryptography;
using KerasSharp.Formats.Idx;

namespace KerasSharp.Datasets;

/// <summary>Compares files with the checksums of the published ones.</summary>
internal static class Checksum
{
    /// <summary>Checks a file; of a gzip file the uncompressed content, so that it does not matter who compressed it.</summary>
    /// <exception cref="InvalidDataException">It is another content, or the gzip file is corrupt.</exception>
    public static void VerifyFile(string path, string name, string sha256)
    {
        using var file = File.OpenRead(path);
        if (!IdxReader.IsGzip(file))
        {
            Verify(name, sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
            return;
        }

        using var content = new GZipStream(file, CompressionMode.Decompress);
        Verify(name, sha256, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <exception cref="InvalidDataException">The checksums differ.</exception>
    public static void Verify(string name, string expected, string got)
    {
        if (expected != got)
        {
            throw new InvalidDataException($"'{name}' is not the published file: expected SHA-256 {expected}, got {got}");
        }
    }
}
