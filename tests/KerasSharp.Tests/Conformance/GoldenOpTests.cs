using KerasSharp.Engines;
using KerasSharp.Graphs;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of an op: values and gradients, once as a planned graph and once with nothing known before the run.</summary>
public sealed class GoldenOpTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("ops");

    [TestCaseSource(nameof(Cases))]
    public void Planned(GoldenCase golden) => Run(golden, (dtype, isDifferentiable) => isDifferentiable);

    [TestCaseSource(nameof(Cases))]
    public void Unplanned(GoldenCase golden) => Run(golden, (_, _) => true);

    private static void Run(GoldenCase golden, Func<DType, bool, bool> asPlaceholder)
    {
        var op = golden.Json.GetProperty("op").GetString()!;
        if (golden.Json.GetProperty("kind").GetString() != "op")
            NotYet.Report($"{op} ({golden.Json.GetProperty("kind").GetString()})");
        if (!OpTable.TryGet(op, out _))
            NotYet.Report(op);
        var graph = new GoldenOpGraph(golden, asPlaceholder);
        if (graph.NotYet is { } reason)
            NotYet.Report(reason);
        var gradients = graph.Gradients();
        var values = graph.Evaluate(Engine.Current, [.. graph.Outputs, .. gradients.Select(gradient => gradient.Value)]);
        Assert.Multiple(() =>
        {
            for (int i = 0; i < graph.Outputs.Count; i++)
                if (golden.Has($"output_{i}"))
                    Check(golden, $"output_{i}", values[i], golden.RelativeTolerance(), golden.AbsoluteTolerance());
            for (int i = 0; i < gradients.Count; i++)
                Check(
                    golden,
                    gradients[i].Name,
                    values[graph.Outputs.Count + i],
                    Math.Max(1e-3, golden.RelativeTolerance()),
                    Math.Max(1e-4, golden.AbsoluteTolerance())
                );
        });
    }

    private static void Check(GoldenCase golden, string name, NDArray actual, double rtol, double atol) =>
        Closeness.AssertClose(golden.Array(name), actual, rtol, atol, $"{golden} {name}");
}
