using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Frozen graphs as functions: names, values that do not fit, threads, the end.</summary>
internal sealed class FrozenGraphTests
{
    /// <summary>A split of <c>a + b</c> in two, and its sum.</summary>
    private static readonly GraphText Text = new GraphText()
        .Placeholder("a", "DT_FLOAT")
        .Placeholder("b", "DT_FLOAT")
        .Node("sum", "AddV2", ["a", "b"], "T", "type: DT_FLOAT")
        .Node("axis", "Const", [], "dtype", "type: DT_INT32", "value", "tensor { dtype: DT_INT32 tensor_shape { } int_val: 0 }")
        .Node("halves", "Split", ["axis", "sum"], "T", "type: DT_FLOAT", "num_split", "i: 2")
        .Node("total", "Sum", ["sum", "axis"], "T", "type: DT_FLOAT", "Tidx", "type: DT_INT32", "keep_dims", "b: false");

    [Test]
    public void InputsAndOutputsAreFound()
    {
        using var graph = Load();
        Assert.That(graph.Inputs.Select(input => input.Name), Is.EqualTo(["a", "b"]));
        Assert.That(graph.Outputs.Select(output => output.Name), Is.EqualTo(["halves:0", "halves:1", "total"]));
        Assert.That(graph.Inputs[0], Is.EqualTo(new TensorSpec("a", DType.Float32, Shape.Unknown)));
    }

    [Test]
    public void InputsAndOutputsAreGiven()
    {
        using var graph = Load(["sum:0"], ["halves:1", "total"]);
        var results = graph.Run(new NDArray(new float[] { 1f, 2f, 3f, 4f }));
        Assert.That(results["halves:1"].ToArray<float>(), Is.EqualTo([3f, 4f]));
        Assert.That((float)results["total"], Is.EqualTo(10));
        Assert.That(() => results["half"], Throws.ArgumentException.With.Message.Contains("'halves:1', 'total'"));
    }

    [TestCase("c")]
    [TestCase("a:1")]
    [TestCase("a:b")]
    [TestCase("halves:2")]
    [TestCase("")]
    public void AMissingNameIsNamed(string name)
    {
        TheEngine.Require();
        Assert.That(
            () => Load(outputs: [name]),
            Throws
                .ArgumentException.With.Message.Contains($"no tensor '{name}'")
                .And.Message.Contains("'a', 'b'")
                .And.Message.Contains("'total'")
        );
    }

    /// <summary>The graph tells nothing of its input's shape; TensorFlow's kernel would end the process over these values.</summary>
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    public void AnImageWithAnotherNumberOfAxesIsRefused(int rank)
    {
        TheEngine.Require();
        using var folder = new TemporaryFolder();
        const string filter =
            "tensor { dtype: DT_FLOAT tensor_shape { dim { size: 1 } dim { size: 1 } dim { size: 2 } dim { size: 3 } } float_val: 1 }";
        var text = new GraphText()
            .Placeholder("x", "DT_FLOAT")
            .Node("w", "Const", [], "dtype", "type: DT_FLOAT", "value", filter)
            .Node("y", "Conv2D", ["x", "w"], "T", "type: DT_FLOAT", "strides", "list { i: 1 i: 1 i: 1 i: 1 }", "padding", "s: 'VALID'");
        using var graph = FrozenGraph.Load(text.Write(folder["graph.pbtxt"]));
        var images = TensorValue.Filled(Shape.Of(2, 2, 2, 2), 1, DType.Float32);
        Assert.That(graph.Run(("x", images))[0].shape, Is.EqualTo(new long[] { 2, 2, 2, 3 }));
        var wrong = TensorValue.Filled(Shape.Of([.. Enumerable.Repeat(2L, rank)]), 1, DType.Float32);
        Assert.That(() => graph.Run(("x", wrong)), Throws.ArgumentException.With.Message.Contains("'x'").And.Message.Contains("rank 4"));
    }

    [Test]
    public void ValuesThatDoNotFitAreRefused()
    {
        using var graph = Load();
        var ones = new NDArray(new float[] { 1f, 1f });
        Assert.Multiple(() =>
        {
            Assert.That(() => graph.Run(ones), Throws.ArgumentException.With.Message.Contains("2 inputs"));
            Assert.That(() => graph.Run(("a", ones)), Throws.ArgumentException.With.Message.Contains("'b' is missing"));
            Assert.That(() => graph.Run(("a", ones), ("a", ones)), Throws.ArgumentException.With.Message.Contains("twice"));
            Assert.That(() => graph.Run(("a", ones), ("c", ones)), Throws.ArgumentException.With.Message.Contains("no input 'c'"));
            Assert.That(() => graph.Run(("a", ones), ("b", "text")), Throws.ArgumentException.With.Message.Contains("'b'"));
            Assert.That(() => graph.Run(("a", ones), ("b", null!)), Throws.ArgumentException.With.Message.Contains("'b'"));
            Assert.That(
                () => graph.Run(ones, new NDArray(new float[] { 1f, 2f, 3f })),
                Throws.TypeOf<TensorFlowException>().With.Message.Contains("Incompatible shapes")
            );
        });
    }

    [Test]
    public void ManyThreadsRunOneGraph()
    {
        using var graph = Load();
        Parallel.For(
            0,
            200,
            i =>
            {
                var results = graph.Run(new NDArray(new float[] { i, 1f }), new NDArray(new float[] { 1f, 2f * i }));
                Assert.That((float)results["total"], Is.EqualTo(3f * i + 2));
            }
        );
    }

    [Test]
    public void AClosedGraphSaysSo()
    {
        var graph = Load();
        graph.Dispose();
        graph.Dispose();
        Assert.That(
            () => graph.Run(new NDArray(new float[] { 1f, 1f }), new NDArray(new float[] { 1f, 1f })),
            Throws.TypeOf<ObjectDisposedException>()
        );
    }

    private static FrozenGraph Load(string[]? inputs = null, string[]? outputs = null)
    {
        TheEngine.Require();
        using var folder = new TemporaryFolder();
        return FrozenGraph.Load(Text.Write(folder["graph.pbtxt"]), inputs, outputs);
    }
}
