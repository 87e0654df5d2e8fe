using KerasSharp.Formats.Records;

namespace KerasSharp.Benchmarks.Formats;

/// <summary>500 MB of TFRecords of 10 kB, about the size of small images.</summary>
internal static class RecordFiles
{
    private const int Records = 50_000;
    private const int Size = 10_000;

    /// <summary>Millions of bytes a second from the system's cache, checksums included.</summary>
    public static double Read()
    {
        using var scratch = new Scratch();
        var path = scratch["data.tfrecord"];
        var record = new byte[Size];
        new Random(1).NextBytes(record);
        TFRecordFile.Write(path, Enumerable.Repeat((ReadOnlyMemory<byte>)record, Records));
        return Scratch.Speed((long)Records * Size, () => ReadAll(path));
    }

    private static void ReadAll(string path)
    {
        long bytes = 0;
        foreach (var record in TFRecordFile.Read(path, reuseBuffer: true))
            bytes += record.Length;
        if (bytes != (long)Records * Size)
            throw new InvalidOperationException($"{bytes} bytes were read.");
    }
}
