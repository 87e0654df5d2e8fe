using KerasSharp.Regularizers;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a regularizer: values, gradients, configs, names.</summary>
public sealed class RegularizerTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("regularizers");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        if (golden.Json.TryGetProperty("error", out _))
        {
            Assert.Throws<ArgumentException>(() => GoldenConfig.Create<Regularizer>(golden));
            return;
        }
        var regularizer = GoldenConfig.Create<Regularizer>(golden);
        var graph = new GoldenGraph(golden);
        var x = graph.Input("x")!;
        var value = regularizer.Call(x);
        graph.AssertClose(("value", value), ("x_grad", graph.Gradient(value, x)));
        GoldenConfig.AssertConfig(golden.Json.GetProperty("regularizer"), regularizer);
    }
}
