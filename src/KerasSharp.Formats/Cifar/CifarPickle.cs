using System.Text;
using KerasSharp.Formats.Pickle;

namespace KerasSharp.Formats.Cifar;

/// <summary>CIFAR's Python files: a pickled dictionary of <c>data</c>, an array [n, 3072], and <c>labels</c>, or <c>fine_labels</c> and <c>coarse_labels</c>.</summary>
internal static class CifarPickle
{
    public static CifarRecords Read(ReadOnlyMemory<byte> content, string file)
    {
        var entries = Entries(PickleFile.Read(content, file), file);
        bool isFine = entries.ContainsKey("fine_labels");
        var kind = isFine ? CifarKind.Cifar100 : CifarKind.Cifar10;
        var planes = Planes(entries, file);
        int count = planes.Length / CifarRecords.ImageLength;
        byte[] Labels(string key, int classes) => ReadLabels(entries, key, count, classes, file);
        return new CifarRecords(
            kind,
            planes,
            Labels(isFine ? "fine_labels" : "labels", CifarRecords.ClassCount(kind)),
            isFine ? Labels("coarse_labels", CifarRecords.CoarseClassCount) : []
        );
    }

    /// <summary>The dictionary with texts as keys: Python 3 may have written them as bytes.</summary>
    private static Dictionary<string, object?> Entries(object? value, string file)
    {
        if (value is not Dictionary<object, object?> dictionary)
            throw new FileFormatException(
                file,
                "",
                $"expected a pickled dictionary with 'data' and labels, got {value?.GetType().Name ?? "None"}."
            );
        var entries = new Dictionary<string, object?>();
        foreach (var (key, entry) in dictionary)
            entries[key as string ?? (key is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{key}")] = entry;
        return entries;
    }

    private static ReadOnlyMemory<byte> Planes(Dictionary<string, object?> entries, string file)
    {
        var values = (entries.GetValueOrDefault("data") as PickledArray)?.Values;
        if (
            values is not { DType: DType.UInt8 }
            || values.Shape.Rank != 2
            || values.Shape[1] != CifarRecords.ImageLength
            || values.Shape[0] == 0
        )
            throw new FileFormatException(
                file,
                "entry 'data'",
                $"expected a uint8 array of shape [n, {CifarRecords.ImageLength}], got {(values is null ? "none" : $"{values.DType} {values.Shape}")}."
            );
        return values.Bytes.ToArray();
    }

    private static byte[] ReadLabels(Dictionary<string, object?> entries, string key, int count, int classes, string file)
    {
        FileFormatException Error(string problem) => new(file, $"entry '{key}'", problem);
        object? value = entries.GetValueOrDefault(key);
        var labels = value switch
        {
            List<object?> list => list,
            PickledArray { Values: { DType: not DType.String } numbers } when numbers.Shape.Rank == 1 && IsInteger(numbers.DType) =>
            [
                .. numbers.ToInts().Cast<object?>(),
            ],
            _ => throw Error($"expected a list of {count} labels, got {value?.GetType().Name ?? "none"}."),
        };
        if (labels.Count != count)
            throw Error($"expected a label for each of {count} images, got {labels.Count}.");
        if (labels.FindIndex(label => label is not long number || number < 0 || number >= classes) is >= 0 and var bad)
            throw Error($"expected labels from 0 to {classes - 1}, got {labels[bad] ?? "None"} at {bad}.");
        return [.. labels.Select(label => (byte)(long)label!)];
    }

    private static bool IsInteger(DType dtype) =>
        dtype is DType.UInt8 or DType.Int8 or DType.Int16 or DType.UInt16 or DType.Int32 or DType.UInt32 or DType.Int64 or DType.UInt64;
}
