using System.IO.Compression;

namespace KerasSharp.Testing;

/// <summary>Reading of a zip entry in one go.</summary>
internal static class ZipEntryExtensions
{
    public static byte[] ReadAll(this ZipArchiveEntry entry)
    {
        var bytes = new byte[entry.Length];
        using Stream stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
