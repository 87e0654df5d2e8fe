using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Running;

/// <summary>What goes wrong while a function runs, and that it runs again after.</summary>
public sealed class ErrorTests
{
    [Test]
    public void AnIndexOutOfRange()
    {
        var (table, index) = (Op.Placeholder(DType.Float32, Shape.Of(3)), Op.Placeholder(DType.Int32, Shape.Of(-1)));
        using var function = TheEngine.Current.Compile([table, index], [Op.GatherV2(table, index, Op.Int(0))], []);
        var values = Arrays.Floats(Shape.Of(3), 1, 2, 3);
        var error = Assert.Throws<TensorFlowException>(() => function.Run([values, Arrays.Ints(0, 7)]))!;
        Assert.That(error.Code, Is.EqualTo(TensorFlowCode.InvalidArgument));
        Assert.That(error.Message, Does.Contain("indices[1] = 7 is not in [0, 3)").And.Contain("InvalidArgument"));
        Assert.That(Arrays.Elements(function.Run([values, Arrays.Ints(2, 0)])[0]), Is.EqualTo(new[] { 3f, 1f }));
    }

    [Test]
    public void AShapeThatDoesNotFit()
    {
        var (input, shape) = (Op.Placeholder(DType.Float32, Shape.Of(-1)), Op.Placeholder(DType.Int32, Shape.Of(2)));
        using var function = TheEngine.Current.Compile([input, shape], [Op.Reshape(input, shape)], []);
        var values = Arrays.Filled(Shape.Of(6), 1);
        var error = Assert.Throws<TensorFlowException>(() => function.Run([values, Arrays.Ints(4, 2)]))!;
        Assert.That(error.Code, Is.EqualTo(TensorFlowCode.InvalidArgument));
        Assert.That(error.Message, Does.Contain("6 values").And.Contain("requested shape"));
        Assert.That(function.Run([values, Arrays.Ints(3, 2)])[0].shape, Is.EqualTo(new[] { 3, 2 }));
    }

    [Test]
    public void AVariableKeepsItsValueWhereTheRunFails()
    {
        var variable = Arrays.Variable(Shape.Of(2), 5);
        var index = Op.Placeholder(DType.Int32, Shape.Of(2));
        var value = Op.GatherV2(variable.Read(), index, Op.Int(0)) + 1;
        using var function = TheEngine.Current.Compile([index], [], [(variable, value)]);
        Assert.Throws<TensorFlowException>(() => function.Run([Arrays.Ints(0, 2)]));
        Assert.That(Arrays.Elements(TheEngine.Current.GetValue(variable)), Is.EqualTo(new[] { 5f, 5f }));
        function.Run([Arrays.Ints(0, 1)]);
        Assert.That(Arrays.Elements(TheEngine.Current.GetValue(variable)), Is.EqualTo(new[] { 6f, 6f }));
    }

    [Test]
    public void AWrongTypeIsRefusedBeforeTensorFlowSeesIt()
    {
        using var function = Negation();
        var error = Assert.Throws<ArgumentException>(() => function.Run([Arrays.Filled(Shape.Of(2, 3), 1, DType.Float64)]))!;
        Assert.That(error.Message, Does.Contain("takes float32").And.Contain("is float64"));
    }

    [TestCase(new long[] { 2, 4 })]
    [TestCase(new long[] { 3 })]
    public void AWrongShapeIsRefusedBeforeTensorFlowSeesIt(long[] dims)
    {
        using var function = Negation();
        var error = Assert.Throws<ArgumentException>(() => function.Run([Arrays.Filled(Shape.Of(dims), 1)]))!;
        Assert.That(error.Message, Does.Contain("takes shape").And.Contain($"{Shape.Of(dims)}"));
    }

    [Test]
    public void AWrongNumberOfArraysIsRefused()
    {
        using var function = Negation();
        Assert.That(() => function.Run([]), Throws.ArgumentException.With.Message.EqualTo("The function has 1 inputs; 0 arrays came."));
        Assert.That(() => function.Run([null!]), Throws.ArgumentException.With.Message.Contains("null"));
    }

    [Test]
    public void AFunctionThatIsDisposedRunsNoMore()
    {
        var function = Negation();
        NDArray[] values = [Arrays.Filled(Shape.Of(2, 3), 1)];
        function.Run(values);
        function.Dispose();
        function.Dispose();
        Assert.Throws<ObjectDisposedException>(() => function.Run(values));
    }

    [Test]
    public void APlaceholderThatIsNoInputIsNamed()
    {
        var engine = TheEngine.Current;
        var input = Op.Placeholder(DType.Float32, Shape.Of(2), "forgotten");
        Assert.That(() => engine.Compile([], [Op.Neg(input)], []), Throws.ArgumentException.With.Message.Contains("forgotten"));
    }

    private static IExecutable Negation()
    {
        var input = Op.Placeholder(DType.Float32, Shape.Of(-1, 3));
        return TheEngine.Current.Compile([input], [Op.Neg(input)], []);
    }
}
