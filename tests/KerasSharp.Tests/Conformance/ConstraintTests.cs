using KerasSharp.Constraints;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a constraint: values, configs, names.</summary>
public sealed class ConstraintTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("constraints");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        var constraint = GoldenConfig.Create<Constraint>(golden);
        var graph = new GoldenGraph(golden);
        graph.AssertClose(("output", constraint.Call(graph.Input("x")!)));
        GoldenConfig.AssertConfig(golden.Json.GetProperty("constraint"), constraint);
    }
}
