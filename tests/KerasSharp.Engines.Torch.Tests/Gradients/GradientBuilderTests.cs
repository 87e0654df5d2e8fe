using KerasSharp.Gradients;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Engines.Torch.Tests.Gradients;

/// <summary>Which ways a gradient takes, on graphs small enough to differentiate by hand.</summary>
public sealed class GradientBuilderTests
{
    private static readonly TorchEngine Engine = new();

    [Test]
    public void ASourceComputedFromAnotherPassesItsGradientOn()
    {
        var a = Op.Placeholder(DType.Float64, Shape.Scalar);
        var b = a * 2;
        Assert.That(Evaluate(GradientBuilder.Gradients([a + b], [a, b]), a, 5), Is.EqualTo(new double?[] { 3, 1 }));
    }

    [Test]
    public void ASourceThatStopsDoesNot()
    {
        var a = Op.Placeholder(DType.Float64, Shape.Scalar);
        var b = a * 2;
        Assert.That(Evaluate(GradientBuilder.Gradients([a + b], [a, b], null, [a, b]), a, 5), Is.EqualTo(new double?[] { 1, 1 }));
    }

    [Test]
    public void NothingFlowsThroughATensorThatStops()
    {
        var a = Op.Placeholder(DType.Float64, Shape.Scalar);
        var b = a * 2;
        Assert.That(Evaluate(GradientBuilder.Gradients([a * b], [a], null, [b]), a, 5), Is.EqualTo(new double?[] { 10 }));
        Assert.That(Evaluate(GradientBuilder.Gradients([Op.Exp(b)], [a], null, [b]), a, 5), Is.EqualTo(new double?[] { null }));
    }

    [Test]
    public void AStopLeavesTheOtherOutputsOfItsOperation()
    {
        var a = Op.Placeholder(DType.Float64, Shape.Scalar);
        var parts = Op.Unpack(Op.Pack([a * 2, a * 3]), 2);
        var gradients = GradientBuilder.Gradients([parts[0] * parts[1]], [a, parts[0]], null, [parts[0]]);
        Assert.That(Evaluate(gradients, a, 5), Is.EqualTo(new double?[] { 30, 15 }));
    }

    [Test]
    public void TargetsAreSummedAndATargetMayBeASource()
    {
        var a = Op.Placeholder(DType.Float64, Shape.Scalar);
        Assert.That(Evaluate(GradientBuilder.Gradients([a * a, a], [a]), a, 5), Is.EqualTo(new double?[] { 11 }));
    }

    [Test]
    public void WhatDoesNotDependHasNoGradient()
    {
        var a = Op.Placeholder(DType.Float64, Shape.Scalar);
        var other = Op.Placeholder(DType.Float64, Shape.Scalar);
        Assert.That(GradientBuilder.Gradients([a * 2], [other]), Is.EqualTo(new Tensor?[] { null }));
    }

    private static double?[] Evaluate(IReadOnlyList<Tensor?> gradients, Tensor input, double at)
    {
        using var executable = Engine.Compile([input], [.. gradients.OfType<Tensor>()], []);
        var values = new Queue<double>(executable.Run([TensorValue.Scalar(at, DType.Float64).ToNDArray()]).Select(Number));
        return [.. gradients.Select(gradient => gradient is null ? (double?)null : values.Dequeue())];
    }

    private static double Number(NDArray scalar) => TensorValue.From(scalar).Elements<double>()[0];
}
