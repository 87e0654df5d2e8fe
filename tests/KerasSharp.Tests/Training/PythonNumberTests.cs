using KerasSharp.Callbacks;

namespace KerasSharp.Tests.Training;

/// <summary>Numbers as Python's format prints them.</summary>
public sealed class PythonNumberTests
{
    [TestCase(0.03125, "0.0312")]
    [TestCase(0.09375, "0.0938")]
    [TestCase(0.28125, "0.2812")]
    [TestCase(-0.28125, "-0.2812")]
    [TestCase(0.12345, "0.1235")]
    [TestCase(1234.5, "1234.5000")]
    [TestCase(double.NaN, "nan")]
    [TestCase(double.PositiveInfinity, "inf")]
    [TestCase(double.NegativeInfinity, "-inf")]
    public void Fixed(double value, string expected) => Assert.That(PythonNumber.Fixed(value, 4), Is.EqualTo(expected));

    [TestCase(0.5, "0")]
    [TestCase(1.5, "2")]
    [TestCase(2.5, "2")]
    public void Whole(double value, string expected) => Assert.That(PythonNumber.Fixed(value, 0), Is.EqualTo(expected));

    [TestCase(0.0, "0.0000e+00")]
    [TestCase(0.00012345, "1.2345e-04")]
    [TestCase(-1.03125, "-1.0312e+00")]
    [TestCase(1e-12, "1.0000e-12")]
    [TestCase(-1.5e100, "-1.5000e+100")]
    public void Scientific(double value, string expected) => Assert.That(PythonNumber.Scientific(value), Is.EqualTo(expected));

    [TestCase(0.1f, "0.10000000149011612")]
    [TestCase(0.02, "0.02")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(0.00001, "1e-05")]
    [TestCase(1.5e-7, "1.5e-07")]
    [TestCase(3.0, "3.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(123456789.123, "123456789.123")]
    [TestCase(1e15, "1000000000000000.0")]
    [TestCase(1e16, "1e+16")]
    [TestCase(1.2345678901234568e16, "1.2345678901234568e+16")]
    [TestCase(1e300, "1e+300")]
    [TestCase(100.5, "100.5")]
    [TestCase(double.NegativeInfinity, "-inf")]
    public void Repr(double value, string expected) => Assert.That(PythonNumber.Repr(value), Is.EqualTo(expected));
}
