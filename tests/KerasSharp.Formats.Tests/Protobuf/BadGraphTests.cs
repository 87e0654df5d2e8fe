using KerasSharp.Formats.Protobuf;
using KerasSharp.Testing;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Protobuf;

/// <summary>Graphs that TensorFlow refuses, and odd ones that it takes.</summary>
public sealed class BadGraphTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("badfiles", "graph");

    [TestCaseSource(nameof(Cases))]
    public void IsRefusedWhereTensorFlowRefusesIt(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        bool imports = golden.Json.GetProperty("says").EnumerateObject().First().Value.GetString() == "ok";
        void Read() => GraphCheck.ThrowIfInvalid(GraphDefFile.Read(path), path);
        if (imports)
            Assert.That(Read, Throws.Nothing);
        else
            Assert.That(Read, Throws.TypeOf<FileFormatException>().With.Message.Contains(Path.GetFileName(path)));
    }

    [Test]
    public void TooFewBytesOfAConstantShowWhenItIsRead()
    {
        var tensor = new TensorProto
        {
            Dtype = DataType.DtFloat,
            TensorShape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dim { Size = 3 } } },
            TensorContent = Google.Protobuf.ByteString.CopyFrom(new byte[8]),
        };
        Assert.That(
            () => tensor.ToTensorValue(),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("12 bytes").And.Message.Contains("8")
        );
    }

    [TestCase("node { name: 'a' op: 'NoOp' input: '^b' } node { name: 'b' op: 'NoOp' input: '^a' }", "cycle")]
    [TestCase("node { name: 'a' op: 'NoOp' input: '^nobody' }", "no node 'nobody'")]
    [TestCase(
        "node { name: 'a' op: 'NoOp' } node { name: 'b' op: 'Identity' attr { key: 'T' value { type: DT_INT32 } } input: 'a' }",
        "output 0"
    )]
    [TestCase("node { name: 'a' op: 'NoOp' attr { key: '_class' value { list { s: 'loc:@b' } } } }", "'b', which does not exist")]
    [TestCase("node { name: 'x' op: 'Placeholder' attr { key: 'dtype' value { type: DT_INVALID } } }", "'invalid' came")]
    [TestCase("node { name: 'x' op: 'AddN' attr { key: 'N' value { i: 0 } } attr { key: 'T' value { type: DT_FLOAT } } }", "at least 1")]
    [TestCase(
        "node { name: 'x' op: 'AddN' attr { key: 'N' value { i: 1000000000000 } } attr { key: 'T' value { type: DT_FLOAT } } }",
        "inputs here"
    )]
    [TestCase(
        "node { name: 'c' op: 'Const' attr { key: 'dtype' value { type: DT_FLOAT } } attr { key: 'value' value { tensor { dtype: 76 } } } }",
        "'number 76' came"
    )]
    [TestCase(
        "library { function { signature { name: 'f' } node_def { name: 'a' op: 'NoSuchOp' } } }",
        "node 'f/a': TensorFlow has no op 'NoSuchOp'"
    )]
    [TestCase(
        "library { function { signature { name: 'f' } node_def { name: 'a' op: 'Abs' attr { key: 'T' value { i: 1 } } } } }",
        "node 'f/a': attribute 'T'"
    )]
    [TestCase(
        "node { name: 'a' op: 'NoOp' attr { key: 'f' value { func { name: 'none' } } } }",
        "function 'none', which the graph does not have"
    )]
    [TestCase("node { name: '_x' op: 'NoOp' }", "begins with")]
    [TestCase("versions { min_consumer: 1000000 }", "graph version")]
    [TestCase("node { name: 'x' op: 'BatchMatMul' attr { key: 'T' value { type: DT_STRING } } }", "'string' came")]
    public void Problems(string text, string message) =>
        Assert.That(GraphCheck.Find(Parse(text)).Select(problem => problem.ToString()), Has.Some.Contains(message));

    [TestCase(
        "library { function { signature { name: 'f' input_arg { name: 'x' type: DT_INT32 } } } } node { name: 'a' op: 'f' }",
        "takes 1 inputs"
    )]
    public void FunctionsAreOps(string text, string message) => Problems(text, message);

    [Test]
    public void AnInputOfAnotherTypeIsRefused()
    {
        var graph = Parse(
            "node { name: 'x' op: 'Placeholder' attr { key: 'dtype' value { type: DT_INT32 } } } "
                + "node { name: 'y' op: 'Sqrt' input: 'x' attr { key: 'T' value { type: DT_FLOAT } } }"
        );
        Assert.That(GraphCheck.Find(graph).Single().ToString(), Does.Contain("must be float32; 'x' is int32"));
    }

    private static GraphDef Parse(string text) => KerasSharp.Formats.Protobuf.TextFormat.TextFormatReader.Read<GraphDef>(text, "text");
}
