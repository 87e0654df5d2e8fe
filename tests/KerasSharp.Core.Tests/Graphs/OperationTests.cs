using KerasSharp.Gradients;
using KerasSharp.Ops;

namespace KerasSharp.Core.Tests.Graphs;

public sealed class OperationTests
{
    [Test]
    public void KeepsItsInputsWhenTheListGivenChanges()
    {
        var x = Op.Placeholder(DType.Float32, [2]);
        var list = new List<Tensor> { x, x };
        var sum = Op.AddN(list);
        list.Clear();
        Assert.That(sum.Operation.Inputs, Is.EqualTo(new[] { x, x }));
    }

    [Test]
    public void EveryOpHasAGradientRuleOrNone() => Assert.That(GradientTable.Missing, Is.Empty);
}
