using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KerasSharp.Testing.Tests;

[Parallelizable(ParallelScope.All)]
internal sealed class ClosenessTests
{
    private static readonly GoldenArray Expected = Doubles([2, 2], 1, double.NaN, double.PositiveInfinity, -100);

    [TestCase(1.0, double.NaN, double.PositiveInfinity, -100.0)]
    [TestCase(1.019, double.NaN, double.PositiveInfinity, -101.0)]
    public void ValuesWithinTheToleranceAreClose(double a, double b, double c, double d) =>
        Closeness.AssertClose(Expected, [a, b, c, d], [2, 2], rtol: 0.01, atol: 0.01, "toy");

    [TestCase(1.03, double.NaN, double.PositiveInfinity, -100.0, "[0, 0]: expected 1, got 1.03")]
    [TestCase(1.0, 0.0, double.PositiveInfinity, -100.0, "[0, 1]: expected NaN, got 0")]
    [TestCase(1.0, double.NaN, double.NegativeInfinity, -100.0, "[1, 0]: expected Infinity, got -Infinity")]
    [TestCase(1.0, double.NaN, 1e300, -100.0, "[1, 0]: expected Infinity, got 1E+300")]
    [TestCase(1.0, double.NaN, double.PositiveInfinity, double.NaN, "[1, 1]: expected -100, got NaN")]
    [TestCase(1.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, "[1, 1]: expected -100, got -Infinity")]
    public void AValueOutsideIsNamed(double a, double b, double c, double d, string message)
    {
        string text = Failure(() => Closeness.AssertClose(Expected, [a, b, c, d], [2, 2], rtol: 0.01, atol: 0.01, "toy"));
        Assert.That(text, Does.StartWith("toy: 1 of 4 values differ (rtol 0.01, atol 0.01)").And.Contains(message));
    }

    [Test]
    public void AllBadValuesAreCounted() =>
        Assert.That(
            Failure(() => Closeness.AssertClose(Expected, [1, 2, 3, 4], [2, 2], 0, 0, "toy")),
            Does.Contain("3 of 4 values differ").And.Contains("the first at [0, 1]")
        );

    [Test]
    public void AnotherShapeIsNamed() =>
        Assert.That(
            Failure(() => Closeness.AssertClose(Expected, [1, 2, 3, 4], [4], 0, 0, "toy")),
            Does.Contain("expected shape [2, 2], got [4]")
        );

    [Test]
    public void TooFewValuesAreRefused() =>
        Assert.That(Failure(() => Closeness.AssertClose(Expected, [1], [2, 2], 0, 0, "toy")), Does.Contain("needs 4 values, got 1"));

    [Test]
    public void SameComparesEveryBit()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), (1L << 53) + 1);
        var expected = new GoldenArray([2], "i8", (byte[])bytes.Clone());
        Closeness.AssertSame(expected, bytes, [2], "toy");
        bytes[8] = 0;
        Assert.That(
            Failure(() => Closeness.AssertSame(expected, bytes, [2], "toy")),
            Does.Contain("1 of 2 values differ; the first at [1]")
        );
    }

    [Test]
    public void SameComparesStrings()
    {
        GoldenArray expected = GoldenArray.OfStrings([2], ["a"u8.ToArray(), "b"u8.ToArray()]);
        Closeness.AssertSame(expected, ["a", "b"], [2], "toy");
        Assert.That(Failure(() => Closeness.AssertSame(expected, ["a", "c"], [2], "toy")), Does.Contain("[1]: expected \"b\", got \"c\""));
    }

    private static string Failure(Action compare)
    {
        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
            return Assert.Throws<AssertionException>(compare)!.Message;
    }

    private static GoldenArray Doubles(long[] shape, params double[] values) =>
        new(shape, "f8", MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
}
