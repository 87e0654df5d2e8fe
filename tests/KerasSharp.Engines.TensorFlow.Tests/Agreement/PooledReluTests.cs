using KerasSharp.Gradients;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Tests.Agreement;

/// <summary>The gradient through a pooled Relu, which TensorFlow is given in another order, is that of the order written.</summary>
internal sealed class PooledReluTests
{
    [OneTimeSetUp]
    public void RequireEngine() => TheEngine.RequireAsCurrent();

    [TestCase(2, 2, "VALID")]
    [TestCase(3, 2, "SAME")]
    [TestCase(3, 1, "VALID")]
    public void AgreesWithTorch(int window, int stride, string padding)
    {
        var (torch, tensorFlow) = BothEngines.Evaluate(() =>
        {
            var x = Op.StatelessRandomNormal(Op.Ints(2, 9, 9, 3), Op.Ints(7, 0));
            var pooled = Op.MaxPool(Op.Relu(x), [1, window, window, 1], [1, stride, stride, 1], padding);
            return [pooled, GradientBuilder.Gradients([Op.Square(pooled)], [x])[0]!];
        });
        Assert.That(torch[1].Elements<float>().ToArray().Count(value => value != 0), Is.GreaterThan(10));
        for (int i = 0; i < torch.Length; i++)
            Assert.That(tensorFlow[i].Elements<float>().ToArray(), Is.EqualTo(torch[i].Elements<float>().ToArray()).Within(1e-5));
    }
}
