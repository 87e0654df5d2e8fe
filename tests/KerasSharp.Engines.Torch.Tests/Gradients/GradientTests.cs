using KerasSharp.Gradients;
using KerasSharp.Graphs;
using KerasSharp.Testing.Gradients;

namespace KerasSharp.Engines.Torch.Tests.Gradients;

/// <summary>Every gradient rule against central differences of the op itself, run by the engine.</summary>
public sealed class GradientTests
{
    private static readonly TorchEngine Engine = new();

    /// <summary>Ops with a rule that no difference can be taken of.</summary>
    private static readonly Dictionary<string, string> WithoutRows = new()
    {
        ["BitwiseAnd"] = "of integers",
        ["BitwiseOr"] = "of integers",
        ["BitwiseXor"] = "of integers",
        ["Invert"] = "of integers",
        ["LeftShift"] = "of integers",
        ["RightShift"] = "of integers",
        ["TruncateDiv"] = "of integers",
        ["PreventGradient"] = "refuses",
        ["Dilation2DBackpropInput"] = "refuses, see the second order of Dilation2D",
        ["Dilation2DBackpropFilter"] = "refuses, see the second order of Dilation2D",
        ["CropAndResizeGradBoxes"] = "refuses, see the second order of CropAndResize",
    };

    public static IEnumerable<TestCaseData> Rows => Cases(_ => true);

    public static IEnumerable<TestCaseData> RowsOfSecondOrder => Cases(row => row.SecondOrder != SecondOrder.AsTensorFlow);

    [TestCaseSource(nameof(Rows))]
    public void FirstOrder(object row)
    {
        var probe = new GradientProbe(Engine, (GradientRow)row, ShapeKnowledge.Graph);
        Assert.That(
            GraphTraversal.TopologicalOrder(probe.Outputs).Select(operation => operation.Type),
            Does.Contain(((GradientRow)row).Op)
        );
        probe.Check(probe.Outputs);
    }

    [TestCaseSource(nameof(Rows))]
    public void ShapesKnownToThePlan(object row) => WithUnknownShapes((GradientRow)row, ShapeKnowledge.Plan);

    [TestCaseSource(nameof(Rows))]
    public void ShapesKnownToARun(object row) => WithUnknownShapes((GradientRow)row, ShapeKnowledge.Run);

    [TestCaseSource(nameof(RowsOfSecondOrder))]
    public void OfSecondOrder(object row)
    {
        var probe = new GradientProbe(Engine, (GradientRow)row, ShapeKnowledge.Graph);
        var first = probe.Gradients(probe.Outputs).OfType<Tensor>().ToList();
        if (((GradientRow)row).SecondOrder == SecondOrder.Exact)
            probe.Check(first);
        else
            Assert.Throws<NotSupportedException>(() => probe.Gradients(first));
    }

    private static void WithUnknownShapes(GradientRow row, ShapeKnowledge knowledge)
    {
        var probe = new GradientProbe(Engine, row, knowledge);
        if (row.TakesUnknownShapes)
            probe.Check(probe.Outputs);
        else
            Assert.Throws<NotSupportedException>(() => probe.Gradients(probe.Outputs));
    }

    private static IEnumerable<TestCaseData> Cases(Func<GradientRow, bool> isWanted) =>
        GradientRows.All.Where(isWanted).Select(row => new TestCaseData(row).SetArgDisplayNames(row.ToString()));

    /// <summary>An op that gets a gradient gets a row.</summary>
    [Test]
    public void EveryRuleHasARow()
    {
        var tried = GradientRows.All.Select(row => row.Op).ToHashSet();
        var rules = OpTable
            .All.Where(op => GradientTable.TryGet(op.Name, out _) || op.Decompose is not null)
            .Select(op => op.Name)
            .ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(rules.Except(tried).Except(WithoutRows.Keys), Is.Empty, "ops with a gradient but no row");
            Assert.That(WithoutRows.Keys.Where(op => tried.Contains(op) || !rules.Contains(op)), Is.Empty, "reasons that are out of date");
            Assert.That(tried.Except(rules), Is.Empty, "rows of ops that have no gradient");
        });
    }

    [Test]
    public void NoOpHasARuleAndIsListedAsHavingNone() =>
        Assert.That(OpTable.All.Where(op => GradientTable.IsNotDifferentiable(op.Name) && GradientTable.TryGet(op.Name, out _)), Is.Empty);
}
