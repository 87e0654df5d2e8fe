using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using KerasSharp.Formats.Hdf5;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Hdf5;

/// <summary>Every group, dataset and attribute of every golden HDF5 file, against what h5py saw in it.</summary>
public sealed class Hdf5GoldenTests
{
    [TestCaseSource(typeof(Hdf5Cases), nameof(Hdf5Cases.All))]
    public void EverythingIsRead(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        foreach (var (path, content) in Hdf5Cases.Files(golden, files))
        {
            using var file = Hdf5File.Open(path);
            using (Assert.EnterMultipleScope())
            {
                CheckNames(file, content);
                if (content.TryGetProperty("datasets", out var datasets))
                    foreach (var dataset in datasets.EnumerateArray())
                        CheckDataset(file, dataset);
                foreach (var attribute in content.GetProperty("attributes").EnumerateArray())
                    CheckAttribute(file, attribute);
            }
        }
    }

    private static void CheckNames(Hdf5File file, JsonElement content)
    {
        var (groups, datasets) = Walk(file.Root);
        if (content.TryGetProperty("group_count", out var count))
        {
            Assert.That(groups, Has.Count.EqualTo(count.GetInt32()));
            Assert.That(datasets, Has.Count.EqualTo(content.GetProperty("dataset_count").GetInt32()));
            return;
        }
        Assert.That(groups, Is.EquivalentTo(content.GetProperty("groups").EnumerateArray().Select(group => group.GetString())));
        Assert.That(datasets, Is.EquivalentTo(content.GetProperty("datasets").EnumerateArray().Select(dataset => dataset[0].GetString())));
    }

    private static (List<string> Groups, List<string> Datasets) Walk(Hdf5Group group)
    {
        var groups = group.Groups.ToList();
        var below = groups.Select(Walk).ToList();
        // h5py names an object that has two links once.
        var datasets = group.Datasets.DistinctBy(child => child.Header.Address).Select(child => child.Path);
        return (
            [.. groups.Select(child => child.Path), .. below.SelectMany(names => names.Groups)],
            [.. datasets, .. below.SelectMany(names => names.Datasets)]
        );
    }

    private static void CheckDataset(Hdf5File file, JsonElement expected)
    {
        var dataset = file.Root.FindDataset(expected[0].GetString()!)!;
        string type = expected[1].GetString()!;
        string what = $"{dataset.Path}, {type}";
        Assert.That(dataset.TypeName, Is.EqualTo(Ours(type)), what);
        Assert.That(ShapeOf(dataset.Shape, dataset.IsNull), Is.EqualTo(expected[2].GetString()), what);
        string crc = expected[4].GetString()!;
        if (dataset.DType == DType.String)
            Assert.That(Crc(Encoding.UTF8.GetBytes(string.Join('\n', dataset.ReadStrings()))), Is.EqualTo(crc), what);
        else if (!type.StartsWith("vlen", StringComparison.Ordinal))
            Assert.That(Crc(dataset.ReadBytes()), Is.EqualTo(crc), what);
        if (dataset.DType is not (null or DType.String))
            Assert.That(dataset.Read().shape, Is.EqualTo(dataset.Shape.ToArray()), what);
    }

    private static void CheckAttribute(Hdf5File file, JsonElement expected)
    {
        var owner = file.Root.Find(expected[0].GetString()!)!;
        var attribute = owner.Attributes[expected[1].GetString()!];
        string what = $"{owner.Path}, attribute {attribute.Name}";
        if (expected[2].GetString() == "empty")
        {
            Assert.That(attribute.IsNull, what);
            return;
        }
        // h5py gives arrays of fixed length types without their names' details.
        bool isArray = expected[2].GetString() == "array";
        Assert.That(attribute.TypeName, Is.EqualTo(expected[isArray ? 3 : 2].GetString()), what);
        Assert.That(ShapeOf(attribute.Shape, attribute.IsNull), Is.EqualTo(expected[isArray ? 4 : 3].GetString()), what);
        CheckValue(attribute, expected[isArray ? 5 : 4], what);
    }

    private static void CheckValue(Hdf5Attribute attribute, JsonElement expected, string what)
    {
        bool isText = attribute.DType == DType.String;
        if (expected.ValueKind == JsonValueKind.Object)
        {
            var bytes = isText ? Encoding.UTF8.GetBytes(string.Join('\n', attribute.ReadStrings())) : attribute.Bytes.ToArray();
            Assert.That(Crc(bytes), Is.EqualTo(expected.GetProperty("crc32").GetString()), what);
            return;
        }
        string[] values = isText
            ? attribute.ReadStrings()
            : [.. attribute.Read().astype(NumSharp.NPTypeCode.Double).ToArray<double>().Select(Number)];
        Assert.That(values, Is.EqualTo(Flat(expected)), what);
    }

    private static string[] Flat(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Flat)],
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.True => [Number(1)],
            JsonValueKind.False => [Number(0)],
            _ => [Number(value.GetDouble())],
        };

    private static string Number(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static string Ours(string type) =>
        type.StartsWith('[') ? "compound"
        : type == "enum |b1" ? "|b1"
        : type;

    private static string ShapeOf(Shape shape, bool isNull) =>
        isNull ? "null"
        : shape.Rank == 0 ? "scalar"
        : string.Join('x', shape.ToArray());

    private static string Crc(byte[] bytes) => Crc32.HashToUInt32(bytes).ToString("x8");
}
