using KerasSharp.Ops;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of an activation: values, gradients, names.</summary>
public sealed class ActivationTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("activations");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        var activation = Create(golden);
        var graph = new GoldenGraph(golden);
        var x = graph.Input("x")!;
        var output = activation.Call(x);
        graph.AssertClose(("output", output), ("x_grad", graph.Gradient(output, x)));
        Assert.That(activation.Serialize(), Is.EqualTo(golden.Json.GetProperty("serialized").GetString()));
    }

    /// <summary>The batch is unknown except where glu halves it: that needs its length.</summary>
    [TestCaseSource(nameof(Cases))]
    public void GoldenOfUnknownBatch(GoldenCase golden)
    {
        bool halvesBatch = golden.Json.GetProperty("activation").GetString() == "glu" && Arguments(golden).Get("axis", -1) == 0;
        var graph = new GoldenGraph(golden);
        graph.AssertClose(("output", Create(golden).Call(graph.Input("x", unknownBatch: !halvesBatch)!)));
    }

    [Test]
    public void UnknownNameListsTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => _ = (ActivationFunction)"relux")!;
        Assert.That(error.Message, Does.Contain("relux").And.Contain("relu6").And.Contain("hard_swish"));
    }

    [Test]
    public void FunctionWithoutNameIsNotSaved() =>
        Assert.Throws<NotSupportedException>(() => new ActivationFunction(x => Op.Tanh(x)).Serialize());

    /// <summary>The names alone stand for the functions with their defaults; with arguments a function is made here.</summary>
    private static ActivationFunction Create(GoldenCase golden)
    {
        var name = golden.Json.GetProperty("activation").GetString()!;
        var args = Arguments(golden);
        if (args.Count == 0)
            return name;
        double Get(string key, double fallback) => args.Get(key, fallback);
        int axis = args.Get("axis", -1);
        Func<Tensor, Tensor> function = name switch
        {
            "celu" => x => Activations.Celu(x, Get("alpha", 1)),
            "elu" => x => Activations.Elu(x, Get("alpha", 1)),
            "gelu" => x => Activations.Gelu(x, args.Get("approximate", false)),
            "glu" => x => Activations.Glu(x, axis),
            "hard_shrink" => x => Activations.HardShrink(x, Get("threshold", 0.5)),
            "leaky_relu" => x => Activations.LeakyRelu(x, Get("negative_slope", 0.2)),
            "log_softmax" => x => Activations.LogSoftmax(x, axis),
            "relu" => x => Activations.Relu(x, Get("negative_slope", 0), args.Get<double?>("max_value", null), Get("threshold", 0)),
            "soft_shrink" => x => Activations.SoftShrink(x, Get("threshold", 0.5)),
            "softmax" => x => Activations.Softmax(x, axis),
            "sparsemax" => x => Activations.Sparsemax(x, axis),
            "squareplus" => x => Activations.Squareplus(x, Get("b", 4)),
            "threshold" => x => Activations.Threshold(x, args.Get<double>("threshold"), args.Get<double>("default_value")),
            _ => throw new NotSupportedException($"{name} with arguments"),
        };
        return new ActivationFunction(function, name);
    }

    private static Config Arguments(GoldenCase golden) => GoldenConfig.Parse(golden.Json.GetProperty("args"));
}
