using Google.Protobuf;
using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.TextFormat;
using KerasSharp.Testing;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Files that are no graphs, or bad ones: each ends in an exception that names the file, and none in the end of the process.</summary>
internal sealed class DamagedGraphTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        TheEngine.Require();
        folder = new TemporaryFolder();
    }

    [TearDown]
    public void RemoveFolder() => folder?.Dispose();

    [Test]
    public void AMissingFile() =>
        Assert.That(() => FrozenGraph.Load(folder["none.pb"]), Throws.TypeOf<FileNotFoundException>().With.Message.Contains("none.pb"));

    [Test]
    public void AnotherKindOfFile() =>
        Assert.That(() => FrozenGraph.Load(folder["model.h5"]), Throws.ArgumentException.With.Message.Contains("model.h5"));

    [Test]
    public void AnEmptyFile() => AssertRefused([], "computes nothing");

    [Test]
    public void Garbage()
    {
        var random = new Random(1);
        for (int length = 1; length < 300; length += 7)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            AssertRefused(bytes, "");
        }
    }

    [Test]
    public void ATruncatedFile()
    {
        var whole = Whole();
        for (int length = whole.Length - 40; length < whole.Length; length++)
            AssertRefusedOrWithout("y", whole[..length]);
        for (int length = 1; length < whole.Length; length += 37)
            AssertRefusedOrWithout("y", whole[..length]);
    }

    [Test]
    public void AnUnknownOp() =>
        AssertRefused(new GraphText().Placeholder("x", "DT_FLOAT").Node("y", "NoSuchOp", ["x"], "T", "type: DT_FLOAT"), "NoSuchOp");

    [Test]
    public void ACycle() =>
        AssertRefused(
            new GraphText()
                .Node("left", "Identity", ["right"], "T", "type: DT_FLOAT")
                .Node("right", "Identity", ["left"], "T", "type: DT_FLOAT"),
            "cycle"
        );

    [Test]
    public void AFunctionThatCallsItself()
    {
        const string attributes =
            "attr { key: 'Tin' value { list { type: DT_FLOAT } } } attr { key: 'Tout' value { list { type: DT_FLOAT } } } attr { key: 'f' value { func { name: 'f' } } }";
        var text = new GraphText().Placeholder("x", "DT_FLOAT");
        File.WriteAllText(
            folder["graph.pbtxt"],
            $$"""
            {{text}}
            node { name: 'y' op: 'PartitionedCall' input: 'x' {{attributes}} }
            library { function {
                signature { name: 'f' input_arg { name: 'a' type: DT_FLOAT } output_arg { name: 'b' type: DT_FLOAT } }
                node_def { name: 'call' op: 'PartitionedCall' input: 'a' {{attributes}} }
                ret { key: 'b' value: 'call:output:0' }
            } }
            """
        );
        Assert.That(
            () => FrozenGraph.Load(folder["graph.pbtxt"]).Run(Samples.Uniform(1, [2])),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("'f' calls itself")
        );
    }

    [Test]
    public void AnInputThatIsNotThere() => AssertRefused(new GraphText().Node("y", "Identity", ["x"], "T", "type: DT_FLOAT"), "'x'");

    [Test]
    public void AnAttributeOfTheWrongKind() =>
        AssertRefused(new GraphText().Placeholder("x", "DT_FLOAT").Node("y", "Identity", ["x"], "T", "i: 3"), "T");

    [Test]
    public void TypesThatDoNotFit() =>
        AssertRefused(new GraphText().Placeholder("x", "DT_INT32").Node("y", "Relu", ["x"], "T", "type: DT_FLOAT"), "int32");

    [TestCase("node { name: 'x' op: 'Placeholder'", "line 1")]
    [TestCase("node {\n nome: 'x' }", "line 2: 'nome' is no field of NodeDef")]
    [TestCase("node: 3", "'{' was expected")]
    [TestCase("node { name 'x' }", "':' was expected")]
    [TestCase("node { name: x }", "text in quotes")]
    [TestCase("node { name: 'x }", "not closed")]
    [TestCase("node { name: '\\q' }", "no escape")]
    [TestCase("versions { producer: many }", "int32")]
    [TestCase("node { attr { key: 'T' value { type: DT_FLOTE } } }", "DataType")]
    [TestCase("node { attr { name: 'T' } }", "'key' and 'value'")]
    [TestCase("\0\u0001binary", "no field of GraphDef")]
    public void TextThatIsNone(string text, string reason)
    {
        File.WriteAllText(folder["graph.pbtxt"], text);
        Assert.That(
            () => FrozenGraph.Load(folder["graph.pbtxt"]),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason).And.Message.Contains("graph.pbtxt")
        );
    }

    [Test]
    public void TextThatIsNestedWithoutEnd() =>
        TextThatIsNone(
            "node { attr { key: 'a' value { " + string.Concat(Enumerable.Repeat("func { attr { key: 'b' value { ", 100_000)),
            "deep"
        );

    private void AssertRefused(GraphText text, string reason)
    {
        Assert.That(
            () => FrozenGraph.Load(text.Write(folder["graph.pbtxt"])),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason).And.Message.Contains("graph.pbtxt")
        );
    }

    private void AssertRefused(byte[] bytes, string reason)
    {
        File.WriteAllBytes(folder["graph.pb"], bytes);
        Assert.That(
            () => FrozenGraph.Load(folder["graph.pb"]),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason).And.Message.Contains("graph.pb")
        );
    }

    /// <summary>A file that ends between two operations is a smaller graph; one that ends elsewhere is none.</summary>
    private void AssertRefusedOrWithout(string output, byte[] bytes)
    {
        File.WriteAllBytes(folder["graph.pb"], bytes);
        Assert.That(
            () => FrozenGraph.Load(folder["graph.pb"], outputs: [output]),
            Throws.TypeOf<InvalidDataException>().Or.TypeOf<ArgumentException>()
        );
    }

    /// <summary>A whole graph that ends with its output <c>y</c>.</summary>
    private static byte[] Whole()
    {
        var text = new GraphText()
            .Placeholder("x", "DT_FLOAT")
            .Node(
                "w",
                "Const",
                [],
                "dtype",
                "type: DT_FLOAT",
                "value",
                "tensor { dtype: DT_FLOAT tensor_shape { dim { size: 3 } dim { size: 2 } } float_val: [1, 2, 3, 4, 5, 6] }"
            )
            .Node("product", "MatMul", ["x", "w"], "T", "type: DT_FLOAT", "transpose_a", "b: false", "transpose_b", "b: false")
            .Node(
                "axes",
                "Const",
                [],
                "dtype",
                "type: DT_INT32",
                "value",
                "tensor { dtype: DT_INT32 tensor_shape { dim { size: 2 } } int_val: [1, 0] }"
            )
            .Node("turned", "Transpose", ["product", "axes"], "T", "type: DT_FLOAT", "Tperm", "type: DT_INT32")
            .Node("y", "Relu", ["turned"], "T", "type: DT_FLOAT");
        return TextFormatReader.Read<GraphDef>(text.ToString(), "text").ToByteArray();
    }
}
