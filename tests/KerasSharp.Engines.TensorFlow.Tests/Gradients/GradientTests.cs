using KerasSharp.Testing.Gradients;

namespace KerasSharp.Engines.TensorFlow.Tests.Gradients;

/// <summary>Every gradient rule against central differences of the op itself, run by TensorFlow.</summary>
public sealed class GradientTests
{
    public static IEnumerable<TestCaseData> Rows => TensorFlowRows.Cases(TensorFlowRows.All);

    public static IEnumerable<TestCaseData> RowsOfSecondOrder =>
        TensorFlowRows.Cases(TensorFlowRows.All.Where(row => row.SecondOrder == SecondOrder.Exact));

    public static IEnumerable<TestCaseData> RowsWithoutKernel =>
        TensorFlowRows.Cases(GradientRows.All.Where(row => TensorFlowRows.NotOnCpu.Contains(row.Op)));

    [TestCaseSource(nameof(Rows))]
    public void FirstOrder(object row)
    {
        var probe = new GradientProbe(TheEngine.Current, (GradientRow)row, ShapeKnowledge.Graph);
        probe.Check(probe.Outputs);
    }

    [TestCaseSource(nameof(RowsOfSecondOrder))]
    public void OfSecondOrder(object row)
    {
        var probe = new GradientProbe(TheEngine.Current, (GradientRow)row, ShapeKnowledge.Graph);
        probe.Check([.. probe.Gradients(probe.Outputs).OfType<Tensor>()]);
    }

    [TestCaseSource(nameof(RowsWithoutKernel))]
    public void AnOpWithoutAKernelIsNamed(object row)
    {
        if (TheEngine.Current.Devices.Any(device => device.StartsWith("GPU", StringComparison.Ordinal)))
            Assert.Ignore("This machine's GPU has the kernel.");
        var probe = new GradientProbe(TheEngine.Current, (GradientRow)row, ShapeKnowledge.Graph);
        var error = Assert.Throws<TensorFlowException>(() => probe.Check(probe.Outputs))!;
        Assert.That(error.Message, Does.Contain("MaxPoolGradGradWithArgmax"));
        Assert.That(error.Code, Is.EqualTo(TensorFlowCode.NotFound).Or.EqualTo(TensorFlowCode.InvalidArgument));
    }
}
