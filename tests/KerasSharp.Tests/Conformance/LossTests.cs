using KerasSharp.Losses;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a loss: values, gradients, configs.</summary>
public sealed class LossTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("losses");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden) => Run(golden, unknownBatch: false);

    [TestCaseSource(nameof(Cases))]
    public void GoldenOfUnknownBatch(GoldenCase golden) => Run(golden, unknownBatch: true);

    private static void Run(GoldenCase golden, bool unknownBatch)
    {
        var loss = GoldenConfig.Create<Loss>(golden);
        var graph = new GoldenGraph(golden);
        var yTrue = graph.Input("y_true", unknownBatch)!;
        var yPred = graph.Input("y_pred", unknownBatch)!;
        bool isFunction = golden.Json.TryGetProperty("function", out _);
        var output = isFunction
            ? loss.Call(yTrue, yPred)
            : loss.Compute(yTrue, yPred, graph.Input("sample_weight", unknownBatch), graph.Input("mask", unknownBatch));
        graph.AssertClose(("output", output), ("y_pred_grad", graph.Gradient(output, yPred)));
        if (!isFunction)
            GoldenConfig.AssertConfig(golden.Json.GetProperty("loss"), loss);
    }
}
