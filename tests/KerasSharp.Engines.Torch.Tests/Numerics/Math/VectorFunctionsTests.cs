using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

/// <summary>The float32 functions against float64 ones of .NET's, in units in the last place.</summary>
public sealed unsafe class VectorFunctionsTests
{
    private const float Infinity = float.PositiveInfinity;
    private const double Tolerance = 3;

    [Test]
    public void Exp() => Check<VectorFunctions.Exp>(Math.Exp, -105, 89);

    [Test]
    public void ExpM1() => Check<VectorFunctions.ExpM1>(ExactExpM1, -3, 3);

    [Test]
    public void Log() => Check<VectorFunctions.Log>(Math.Log, 0, 4);

    [Test]
    public void Log1P() => Check<VectorFunctions.Log1P>(x => ExactLog1P(x), -1, 4);

    [Test]
    public void Tanh() => Check<VectorFunctions.Tanh>(Math.Tanh, -10, 10);

    [Test]
    public void Sigmoid() => Check<VectorFunctions.Sigmoid>(x => 1 / (1 + Math.Exp(-x)), -87, 30, 1.2e-38);

    [Test]
    public void Softplus() => Check<VectorFunctions.Softplus>(x => Math.Max(x, 0) + ExactLog1P(Math.Exp(-Math.Abs(x))), -87, 87);

    [Test]
    public void Sin() => Check<VectorFunctions.Sin>(Math.Sin, -40000, 40000);

    [Test]
    public void Cos() => Check<VectorFunctions.Cos>(Math.Cos, -40, 40);

    [Test]
    public void Erf() => Check<VectorFunctions.Erf>(ErrorFunctions.Erf, -5, 5);

    [TestCase(-Infinity, 0f, -1f, float.NaN, -1f, 0f, 0f, -1f)]
    [TestCase(Infinity, Infinity, Infinity, Infinity, 1f, 1f, Infinity, 1f)]
    [TestCase(float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN)]
    [TestCase(0f, 1f, 0f, -Infinity, 0f, 0.5f, 0.693147182f, 0f)]
    [TestCase(-1f, 0.36787944f, -0.63212055f, float.NaN, -0.7615942f, 0.26894143f, 0.31326166f, -0.8427008f)]
    public void Limits(float x, float exp, float expM1, float log, float tanh, float sigmoid, float softplus, float erf)
    {
        float[] results =
        [
            Value<VectorFunctions.Exp>(x),
            Value<VectorFunctions.ExpM1>(x),
            Value<VectorFunctions.Log>(x),
            Value<VectorFunctions.Tanh>(x),
            Value<VectorFunctions.Sigmoid>(x),
            Value<VectorFunctions.Softplus>(x),
            Value<VectorFunctions.Erf>(x),
        ];
        Assert.That(results, Is.EqualTo(new[] { exp, expM1, log, tanh, sigmoid, softplus, erf }).Within(2).Ulps);
    }

    [Test]
    public void Log1PAndSinLimits()
    {
        Assert.That(Value<VectorFunctions.Log1P>(-1), Is.EqualTo(float.NegativeInfinity));
        Assert.That(Value<VectorFunctions.Log1P>(-2), Is.NaN);
        Assert.That(Value<VectorFunctions.Log1P>(Infinity), Is.EqualTo(Infinity));
        Assert.That(Value<VectorFunctions.Sin>(Infinity), Is.NaN);
        Assert.That(float.IsNegative(Value<VectorFunctions.Sin>(-0f)));
        Assert.That(float.IsNegative(Value<VectorFunctions.Tanh>(-0f)));
    }

    [Test]
    public void Pow()
    {
        float[] specials = [0, -0f, 1, -1, 2, -2, 0.5f, 3, -3, float.NaN, Infinity, -Infinity, 1e-40f, float.MaxValue, 7.25f];
        var random = new Random(4);
        float[] x = new float[1000];
        float[] y = new float[1000];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = i < 225 ? specials[i / 15] : random.NextSingle() * 10;
            y[i] = i < 225 ? specials[i % 15] : random.NextSingle() * 40 - 20;
        }

        float[] target = new float[1000];
        fixed (
            float* px = x,
                py = y,
                to = target
        )
        {
            VectorMap.Apply<VectorFunctions.Pow>(px, py, to, 0, 1000);
        }

        for (int i = 0; i < x.Length; i++)
        {
            Assert.That(Ulps(target[i], Math.Pow(x[i], y[i])), Is.LessThan(1), $"{x[i]:r} to the {y[i]:r} is {target[i]:r}");
        }
    }

    [Test]
    public void ValuesDoNotDependOnTheirPlace()
    {
        float[] source = [.. Enumerable.Range(0, 50).Select(i => i * 0.37f - 9)];
        float[] whole = new float[50];
        float[] pieces = new float[50];
        fixed (
            float* from = source,
                a = whole,
                b = pieces
        )
        {
            VectorMap.Apply<VectorFunctions.Tanh>(from, a, 0, 50);
            VectorMap.Apply<VectorFunctions.Tanh>(from, b, 7, 50);
            VectorMap.Apply<VectorFunctions.Tanh>(from, b, 0, 7);
        }

        Assert.That(pieces, Is.EqualTo(whole));
    }

    private static float Value<TFunction>(float x)
        where TFunction : struct, IVectorFunction
    {
        float y;
        VectorMap.Apply<TFunction>(&x, &y, 0, 1);
        return y;
    }

    private static void Check<TFunction>(Func<double, double> exact, float low, float high, double floor = 0)
        where TFunction : struct, IVectorFunction
    {
        var random = new Random(5);
        float[] source =
        [
            .. Enumerable.Range(0, 20000).Select(_ => low + (high - low) * random.NextSingle()),
            .. Enumerable.Range(0, 20000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))),
        ];
        float[] target = new float[source.Length];
        fixed (
            float* from = source,
                to = target
        )
        {
            VectorMap.Apply<TFunction>(from, to, 0, source.Length);
        }

        for (int i = 0; i < source.Length; i++)
        {
            double expected = exact(source[i]);
            if (!(Math.Abs(target[i] - expected) <= floor))
            {
                Assert.That(Ulps(target[i], expected), Is.LessThan(Tolerance), $"f({source[i]:r}) is {target[i]:r}, not {expected:r}");
            }
        }
    }

    private static double Ulps(float value, double expected)
    {
        float rounded = (float)expected;
        if (!float.IsFinite(rounded) || !float.IsFinite(value))
        {
            return value.Equals(rounded) ? 0 : double.MaxValue;
        }

        float size = Math.Abs(rounded);
        return Math.Abs(value - expected) / Math.Min(float.BitIncrement(size) - size, float.MaxValue);
    }

    private static double ExactExpM1(double x) => Math.Abs(x) < 1e-4 ? x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4))) : Math.Exp(x) - 1;

    private static double ExactLog1P(double x) => Math.Abs(x) < 1e-4 ? x * (1 - x * (1d / 2 - x * (1d / 3 - x / 4))) : Math.Log(1 + x);
}
