using System.Text.Json;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Testing;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Protobuf;

/// <summary>Frozen graphs as TensorFlow writes them, binary and as text.</summary>
public sealed class FrozenGraphGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "frozen", "frozen-v1");

    [TestCaseSource(nameof(Cases))]
    public void IsReadAndWritten(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var binary = GraphDefFile.Read(files[golden.Json.GetProperty("file").GetString()!]);
        var text = GraphDefFile.Read(files[golden.Json.GetProperty("text_file").GetString()!]);
        Assert.That(text.Equals(binary), "the text is another graph than the binary one");
        AssertSummary(golden.Json.GetProperty("graph"), GraphSummary.Of(binary));
        Assert.That(GraphCheck.Find(binary), Is.Empty);
        foreach (var name in (string[])["again.pb", "again.pbtxt"])
        {
            GraphDefFile.Write(files[name], binary);
            Assert.That(GraphDefFile.Read(files[name]).Equals(binary), name);
        }
    }

    /// <summary>TensorFlow writes the text in the same lines.</summary>
    [TestCaseSource(nameof(Cases))]
    public void TextIsThatOfTensorFlow(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        GraphDefFile.Write(files["again.pbtxt"], GraphDefFile.Read(files[golden.Json.GetProperty("file").GetString()!]));
        Assert.That(
            File.ReadAllLines(files["again.pbtxt"]).Where(IsExact),
            Is.EqualTo(File.ReadAllLines(files[golden.Json.GetProperty("text_file").GetString()!]).Where(IsExact))
        );
    }

    /// <summary>Every constant has a value, and one made anew from that value has the same.</summary>
    [TestCaseSource(nameof(Cases))]
    public void ConstantsAreValues(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        foreach (var node in GraphDefFile.Read(files[golden.Json.GetProperty("file").GetString()!]).Node.Where(node => node.Op == "Const"))
        {
            var value = node.Attr["value"].Tensor.ToTensorValue();
            var again = value.ToTensorProto().ToTensorValue();
            Assert.That(value.DType, Is.EqualTo((DType)node.Attr["dtype"].Type), node.Name);
            Assert.That(again.Bytes.SequenceEqual(value.Bytes) && again.Shape.Equals(value.Shape), node.Name);
        }
    }

    private static void AssertSummary(JsonElement expected, GraphSummary actual)
    {
        Assert.That(actual.Nodes, Is.EqualTo(Strings(expected.GetProperty("nodes"))));
        Assert.That(
            actual.Functions.Order(StringComparer.Ordinal),
            Is.EqualTo(Strings(expected.GetProperty("functions")).Order(StringComparer.Ordinal))
        );
        Assert.That(actual.Producer, Is.EqualTo(expected.GetProperty("producer").GetInt32()));
        Assert.That(actual.MinConsumer, Is.EqualTo(expected.GetProperty("min_consumer").GetInt32()));
    }

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    // Fractions may be written in several ways.
    private static bool IsExact(string line) =>
        !line.Contains("f: ") && !line.Contains("float_val:") && !line.Contains("double_val:") && !line.Contains("complex_val:");
}
