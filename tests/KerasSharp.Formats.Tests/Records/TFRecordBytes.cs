using KerasSharp.Formats.Records;

namespace KerasSharp.Formats.Tests.Records;

/// <summary>Record files in memory.</summary>
internal static class TFRecordBytes
{
    /// <summary>The records of a file.</summary>
    public static byte[][] Of(byte[] file) => [.. TFRecordFile.Read(new MemoryStream(file), "memory").Select(record => record.ToArray())];

    /// <summary>A file of records.</summary>
    public static byte[] File(IEnumerable<byte[]> records)
    {
        using var stream = new MemoryStream();
        using (var writer = new TFRecordWriter(stream))
            foreach (var record in records)
                writer.Write(record);
        return stream.ToArray();
    }
}
