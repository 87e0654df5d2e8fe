using System.Numerics;
using KerasSharp.Engines.Torch;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Running;

/// <summary>Values of every type go in and come out as they are, by functions and by variables, on both engines.</summary>
public sealed class DTypeTests
{
    private static readonly DType[] All =
    [
        DType.Float32,
        DType.Float64,
        DType.Float16,
        DType.BFloat16,
        DType.Int8,
        DType.Int16,
        DType.Int32,
        DType.Int64,
        DType.UInt8,
        DType.UInt16,
        DType.UInt32,
        DType.UInt64,
        DType.Bool,
        DType.Complex64,
        DType.Complex128,
    ];

    public static IEnumerable<TestCaseData> Cases =>
        from engine in (string[])["tensorflow", "torch"]
        from dtype in All
        select new TestCaseData(engine, dtype).SetArgDisplayNames(engine, dtype.Name());

    [TestCaseSource(nameof(Cases))]
    public void ThroughAFunction(string engine, DType dtype)
    {
        foreach (var value in Values(dtype))
        {
            var input = Op.Placeholder(dtype, Shape.OfRank(value.ndim));
            using var function = Engine(engine).Compile([input], [Op.Identity(input)], []);
            AssertSame(function.Run([value])[0], value);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void ThroughAVariable(string engine, DType dtype)
    {
        foreach (var value in Values(dtype))
        {
            var variable = new Variable("variable", Op.Constant(TensorValue.Filled(Shape.Of(value.shape), 0, dtype)));
            Engine(engine).SetValue(variable, value);
            AssertSame(Engine(engine).GetValue(variable), value);
        }
    }

    /// <summary>By NumPy's rules the array is cast to the variable's type.</summary>
    [TestCaseSource(nameof(Cases))]
    public void ABytesArrayIsConvertedToTheVariablesType(string engine, DType dtype)
    {
        var variable = new Variable("variable", Op.Constant(TensorValue.Filled(Shape.Of(5), 0, dtype)));
        byte[] numbers = [0, 1, 1, 0, 1];
        Engine(engine).SetValue(variable, TensorValue.From<byte>(Shape.Of(5), numbers).ToNDArray());
        var given = Engine(engine).GetValue(variable).astype(typeof(double)).ToArray<double>();
        Assert.That(given, Is.EqualTo(numbers));
    }

    [TestCase("tensorflow")]
    [TestCase("torch")]
    public void BFloat16IsRoundedToNearestEven(string engine)
    {
        // 1 + 2^-8 lies between two numbers and goes to the even one, 1 + 3 * 2^-8 too; infinities and NaN stay.
        float[] given = [1 + 1f / 256, 1 + 3f / 256, -3.14159f, float.PositiveInfinity, float.NaN];
        float[] expected = [1, 1 + 4f / 256, -3.140625f, float.PositiveInfinity, float.NaN];
        var variable = Arrays.Variable(Shape.Of(5), 0, DType.BFloat16);
        Engine(engine).SetValue(variable, Arrays.Floats(Shape.Of(5), given));
        Assert.That(Arrays.Elements(Engine(engine).GetValue(variable)), Is.EqualTo(expected));
    }

    [TestCase("tensorflow")]
    [TestCase("torch")]
    public void AVariableTakesNoArrayOfAnotherShape(string engine)
    {
        var chosen = Engine(engine);
        var variable = Arrays.Variable(Shape.Of(2, 3), 1);
        Assert.That(
            () => chosen.SetValue(variable, Arrays.Filled(Shape.Of(3, 2), 0)),
            Throws.ArgumentException.With.Message.EqualTo("Variable 'variable' has shape (2, 3); the array given has shape (3, 2).")
        );
        Assert.That(Arrays.Elements(chosen.GetValue(variable)), Is.All.EqualTo(1f));
    }

    private static IEngine Engine(string name) => name == "torch" ? new TorchEngine() : TheEngine.Current;

    private static void AssertSame(NDArray given, NDArray expected)
    {
        Assert.That(given.dtype, Is.EqualTo(expected.dtype));
        Assert.That(given.shape, Is.EqualTo(expected.shape));
        Assert.That(TensorValue.From(given).Bytes.ToArray(), Is.EqualTo(TensorValue.From(expected).Bytes.ToArray()));
    }

    /// <summary>A scalar, an array, an array without elements and one whose elements are not in row order.</summary>
    private static NDArray[] Values(DType dtype)
    {
        NDArray Array(params long[] dims) => Numbers(dtype, Shape.Of(dims).Size).reshape(new NumSharp.Shape(dims));
        return [Array(), Array(2, 3), Array(0, 3), Array(3, 2).T];
    }

    private static NDArray Numbers(DType dtype, long count)
    {
        if (dtype.IsComplex())
            return TensorValue
                .From<Complex>(Shape.Of(count), [.. Enumerable.Range(0, (int)count).Select(i => new Complex(i - 1.5, 2.25 * i))])
                .ToNDArray();
        var range = np.arange(count).astype(typeof(double)) + (dtype is DType.Bool ? 0 : 1);
        if (dtype.IsFloating())
            range = range * -1.25;
        return range.astype(dtype == DType.BFloat16 ? typeof(float) : dtype.ClrType()!);
    }
}
