using KerasSharp.Formats.Archives;

namespace KerasSharp.Formats.Cifar;

/// <summary>A CIFAR set as an archive. Its files are found by their names, whatever folder they are in.</summary>
internal static class CifarArchive
{
    /// <summary>More than a published file has: 155 MB for CIFAR-100's <c>train</c>.</summary>
    private const long MaximumFileLength = 512L << 20;

    /// <summary>The names of the files to train with and of the one to test with, in each of the four published archives.</summary>
    private static readonly CifarLayout[] Layouts =
    [
        new([.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}")], "test_batch", CifarPickle.Read),
        new([.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}.bin")], "test_batch.bin", Binary(CifarKind.Cifar10)),
        new(["train"], "test", CifarPickle.Read),
        new(["train.bin"], "test.bin", Binary(CifarKind.Cifar100)),
    ];

    public static CifarData Read(string path)
    {
        var parts = ReadFiles(path);
        var layout = Layouts.FirstOrDefault(layout => layout.Names.Any(parts.ContainsKey));
        if (layout is null)
            throw new FileFormatException(
                path,
                "",
                "none of CIFAR's files (data_batch_1 to 5 and test_batch, or train and test, with or without .bin) is in it."
            );
        if (layout.Names.Where(name => !parts.ContainsKey(name)).ToArray() is { Length: > 0 } missing)
            throw new FileFormatException(path, "", $"CIFAR's file {string.Join(", ", missing)} is missing in it.");
        var train = layout.Train.Select(name => parts[name]).ToArray();
        if (parts.Values.Select(part => part.Kind).Distinct().Count() > 1)
            throw new FileFormatException(path, "", "its files are partly of CIFAR-10 and partly of CIFAR-100.");
        return new CifarData(CifarRecords.ToBatch(train), CifarRecords.ToBatch([parts[layout.Test]]));
    }

    private static Dictionary<string, CifarRecords> ReadFiles(string path)
    {
        var parts = new Dictionary<string, CifarRecords>();
        foreach (var entry in ArchiveEntries.Read(path).Where(entry => entry.Kind == ArchiveEntryKind.File))
        {
            string name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
            if (Layouts.FirstOrDefault(layout => layout.Names.Contains(name)) is { } layout)
                parts[name] = layout.Read(Content(entry, path), $"{path}, {entry.Name}");
        }
        return parts;
    }

    private static ReadOnlyMemory<byte> Content(ArchiveEntry entry, string path)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = entry.Content.Read(buffer)) > 0; content.Write(buffer, 0, read))
            if (content.Length + read > MaximumFileLength)
                throw new FileFormatException(
                    path,
                    $"entry '{entry.Name}'",
                    $"has more than the {MaximumFileLength} bytes that a file of CIFAR may have."
                );
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static Func<ReadOnlyMemory<byte>, string, CifarRecords> Binary(CifarKind kind) =>
        (content, file) => CifarBinary.Read(content, file, kind);
}
