using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Testing;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Protobuf;

/// <summary>Cut and altered graphs are read or refused, with nothing but the error of files.</summary>
public sealed class GraphDamageTests
{
    private static (string Name, byte[] Bytes)[] Files(string property) =>
        [
            .. GoldenFamily
                .CasesOf("files", "frozen", "frozen-v1")
                .Select(golden => (Case: golden, Name: golden.Json.GetProperty(property).GetString()!))
                .Select(file => (file.Name, file.Case.ReadFile(file.Name))),
        ];

    [TestCase("file")]
    [TestCase("text_file")]
    public void CutOrAltered(string property)
    {
        using var folder = new TemporaryFolder();
        var files = Files(property);
        int refused = 0;
        foreach (var (name, bytes) in files)
        foreach (var (what, damaged) in Damage.Copies(name, bytes, Math.Max(1, Damage.MutantCount / files.Length)))
            refused += Refused(folder, name, damaged, what) ? 1 : 0;
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

    [Test]
    public void BytesNestedTooDeep()
    {
        var value = new AttrValue { I = 1 };
        for (int i = 0; i < 200; i++)
            value = new AttrValue { Func = new NameAttrList { Attr = { { "a", value } } } };
        var bytes = new GraphDef { Node = { new NodeDef { Attr = { { "a", value } } } } }.ToByteArray();
        Assert.That(
            () => GraphDefFile.Parse(bytes, "deep.pb"),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("'deep.pb', byte ")
        );
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
