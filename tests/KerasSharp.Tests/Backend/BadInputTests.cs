using KerasSharp.Ops;
using KerasSharp.Optimizers;

namespace KerasSharp.Tests.Backend;

/// <summary>Wrong arguments of functions and optimizers end in an exception that names them, and the next call works.</summary>
public sealed class BadInputTests
{
    [Test]
    public void FunctionNeedsAnArrayForEachInput()
    {
        var x = Op.Placeholder(DType.Float32, Shape.Of(2));
        using var twice = K.Function([x], [x + x]);
        Assert.That(() => twice.Run(), Throws.ArgumentException.With.Message.Contains("1 inputs"));
        Assert.That(() => twice.Run("text"), Throws.ArgumentException.With.Message.Contains("input 0"));
        Assert.That(twice.Run(new[] { 1, 2 })[0].ToArray<float>(), Is.EqualTo(new[] { 2f, 4f }));
    }

    [Test]
    public void GradientsOfWhatDoesNotDependAreZeros()
    {
        var x = Op.Placeholder(DType.Float32, Shape.Of(2));
        var y = Op.Placeholder(DType.Float32, Shape.Of(2));
        using var function = K.Function([x, y], K.Gradients(K.Sum(Op.Square(x)), [x, y]));
        var gradients = function.Run(new[] { 1f, 3f }, new[] { 5f, 5f });
        Assert.That(gradients[0].ToArray<float>(), Is.EqualTo(new[] { 2f, 6f }));
        Assert.That(gradients[1].ToArray<float>(), Is.EqualTo(new[] { 0f, 0f }));
    }

    [Test]
    public void UnknownOptimizerIsNamed()
    {
        Assert.That(() => (Optimizer)"adamm", Throws.ArgumentException.With.Message.Contains("adamm"));
        Optimizer adam = "Adam";
        Assert.That(adam, Is.InstanceOf<Adam>());
    }

    [Test]
    public void ContradictingOptionsAreRefused()
    {
        var variable = new Variable("w", Op.Constant(1));
        Assert.That(
            () => new SGD { ClipNorm = 1, ClipValue = 1 }.Build([variable]),
            Throws.ArgumentException.With.Message.Contains("only one of")
        );
        Assert.That(
            () => new SGD { GradientAccumulationSteps = 1 }.Build([variable]),
            Throws.ArgumentException.With.Message.Contains("GradientAccumulationSteps")
        );
        Assert.That(() => new SGD().Apply([]), Throws.ArgumentException.With.Message.Contains("no gradients"));
    }

    [Test]
    public void OptimizerRefusesOtherVariables()
    {
        var sgd = new SGD(momentum: 0.9);
        sgd.Build([new Variable("w", Op.Constant(1))]);
        Assert.That(() => sgd.Build([new Variable("other", Op.Constant(1))]), Throws.ArgumentException.With.Message.Contains("other"));
    }
}
