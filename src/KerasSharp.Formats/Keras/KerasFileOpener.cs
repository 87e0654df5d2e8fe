using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Recognises what a path is.</summary>
internal static class KerasFileOpener
{
    public static KerasFile Open(string path)
    {
        if (SavedModelReader.IsSavedModel(path))
            return SavedModelReader.Open(path);
        if (CheckpointReader.IsCheckpoint(path))
            return CheckpointReader.Open(path);
        if (Directory.Exists(path))
            return DirectoryReader.Open(path);
        Span<byte> start = stackalloc byte[16];
        using (var file = File.OpenRead(path))
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.StartsWith("PK"u8))
            return ArchiveReader.Open(path);
        return start.TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? ShardReader.Open(path) : Hdf5Reader.Open(path);
    }
}
