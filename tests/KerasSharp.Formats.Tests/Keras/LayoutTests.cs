using KerasSharp.Formats.Hdf5;
using KerasSharp.Formats.Tests.Hdf5;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Files that are written have every group, dataset and attribute that Keras's own have, of the same types, with the same values.</summary>
public sealed class LayoutTests
{
    private static IEnumerable<TestCaseData> Cases =>
        GoldenFamily
            .TestCases("files", "keras2-h5", "keras3-h5", "keras2-weights-h5", "keras3-weights", "keras3-zip", "keras3-dir", "hdf5")
            .Where(data => data.Arguments[0] is GoldenCase golden && IsKerasLayout(golden));

    [TestCaseSource(nameof(Cases))]
    public void WrittenFilesAreLikeKerass(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        string original = files[golden.Json.GetProperty("file").GetString()!];
        string written = Path.Combine(files.Folder, "written" + Path.GetExtension(original));
        Rewriting.Rewrite(original, written);
        using var expected = Weights.Open(original);
        using var actual = Weights.Open(written);
        Assert.That(Describe(actual.Root), Is.EqualTo(Describe(expected.Root)));
    }

    // Of the files of many kinds of HDF5, those that Keras itself wrote.
    private static bool IsKerasLayout(GoldenCase golden) =>
        golden.Group != "hdf5" || golden.Name.Contains(".split-") || golden.Name.Contains(".dtypes-");

    private static List<string> Describe(Hdf5Object item)
    {
        List<string> lines = [$"{item.Path}: {(item is Hdf5Dataset data ? Describe(data) : "group")}"];
        lines.AddRange(
            item.Attributes.Values.OrderBy(attribute => attribute.Name).Select(attribute => $"{item.Path} @{Describe(attribute)}")
        );
        if (item is Hdf5Group group)
            lines.AddRange(group.Names.SelectMany(name => Describe(group[name])));
        return lines;
    }

    private static string Describe(Hdf5Dataset data) => $"{data.TypeName} {data.Shape} {Convert.ToHexString(data.ReadBytes())}";

    private static string Describe(Hdf5Attribute attribute) =>
        $"{attribute.Name} {attribute.TypeName} {attribute.Shape} "
        + (attribute.DType == DType.String ? string.Join('|', attribute.ReadStrings()) : Convert.ToHexString(attribute.Bytes.Span));
}
