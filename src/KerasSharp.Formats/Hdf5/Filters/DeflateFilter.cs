using System.IO.Compression;

namespace KerasSharp.Formats.Hdf5;

/// <summary>HDF5's gzip filter: a zlib stream.</summary>
internal static class DeflateFilter
{
    /// <summary>Decompresses at most the bytes of a whole chunk and what a checksum after them takes.</summary>
    public static byte[] Undo(byte[] bytes, int size, Func<string, FileFormatException> fail)
    {
        // fletcher32 before gzip adds four bytes to the chunk.
        var target = new byte[size + FletcherFilter.Size];
        try
        {
            using var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            int length = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            return length == target.Length ? target : target[..length];
        }
        catch (InvalidDataException e)
        {
            throw fail($"it cannot be decompressed: {e.Message} The file is damaged.");
        }
    }
}
