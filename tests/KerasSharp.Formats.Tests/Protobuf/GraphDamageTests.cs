using KerasSharp.Formats.Protobuf;
using KerasSharp.Testing;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Protobuf;

/// <summary>Cut and altered graphs are read or refused, with nothing but the error of files.</summary>
public sealed class GraphDamageTests
{
    private static (string Name, byte[] Bytes)[] Files(string property) =>
        [
            .. GoldenGroups
                .Plain("files", "frozen", "frozen-v1")
                .Select(golden => golden.Json.GetProperty(property).GetString()!)
                .Select(name =>
                    (
                        name,
                        GoldenGroups
                            .Plain("files", "frozen", "frozen-v1")
                            .First(golden => name.StartsWith(golden.Name + "."))
                            .ReadFile(name)
                    )
                ),
        ];

    [TestCase("file")]
    [TestCase("text_file")]
    public void CutOff(string property)
    {
        using var folder = new TemporaryFolder();
        int refused = 0;
        foreach (var (name, bytes) in Files(property))
        foreach (var part in Damage.Truncations(bytes))
            refused += Refused(folder, name, part, $"{part.Length} bytes of {name}") ? 1 : 0;
        Assert.That(refused, Is.GreaterThan(0));
    }

    [TestCase("file")]
    [TestCase("text_file")]
    public void Altered(string property)
    {
        using var folder = new TemporaryFolder();
        int refused = 0;
        foreach (var (what, name, bytes) in GoldenGroups.Mutants(Files(property)))
            refused += Refused(folder, name, bytes, what) ? 1 : 0;
        Assert.That(refused, Is.GreaterThan(0));
    }

    [Test]
    public void TextNestedTooDeep()
    {
        using var folder = new TemporaryFolder();
        var text = "node { attr { value { " + string.Concat(Enumerable.Repeat("func { attr { value { ", 100_000));
        File.WriteAllText(folder["deep.pbtxt"], text);
        Assert.That(() => GraphDefFile.Read(folder["deep.pbtxt"]), Throws.TypeOf<FileFormatException>().With.Message.Contains("100 deep"));
    }

    private static bool Refused(TemporaryFolder folder, string name, byte[] bytes, string what)
    {
        var path = folder[name];
        File.WriteAllBytes(path, bytes);
        return Damage.IsRefused<FileFormatException>(() => ReadAll(path), what);
    }

    private static void ReadAll(string path)
    {
        var graph = GraphDefFile.Read(path);
        _ = GraphSummary.Of(graph).ToString();
        _ = GraphCheck.Find(graph);
        foreach (var node in graph.Node)
        foreach (var value in node.Attr.Values)
            if (value.ValueCase == AttrValue.ValueOneofCase.Tensor)
                _ = value.Tensor.ToTensorValue();
    }
}
