using KerasSharp.Saving;

namespace KerasSharp.Tests;

/// <summary>JSON as Python's <c>json.dumps</c> writes it.</summary>
public sealed class ConfigJsonTests
{
    [TestCase(0.1, "0.1")]
    [TestCase(1e-7, "1e-07")]
    [TestCase(1e16, "1e+16")]
    [TestCase(123456789012345680.0, "1.2345678901234568e+17")]
    [TestCase(2.0, "2.0")]
    [TestCase(1e-5, "1e-05")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(1e22, "1e+22")]
    [TestCase(5e-324, "5e-324")]
    [TestCase(0.10000000149011612, "0.10000000149011612")]
    [TestCase(1234567.125, "1234567.125")]
    [TestCase(1e15, "1000000000000000.0")]
    [TestCase(123456789012345.6, "123456789012345.6")]
    [TestCase(1.7976931348623157e308, "1.7976931348623157e+308")]
    [TestCase(double.NaN, "NaN")]
    [TestCase(double.NegativeInfinity, "-Infinity")]
    public void Numbers(double value, string expected)
    {
        Assert.That(ConfigJson.Write(value), Is.EqualTo(expected));
        Assert.That(ConfigJson.Read(expected), Is.EqualTo(value));
    }

    [Test]
    public void Everything()
    {
        const string json = """{"module": "keras", "a": [1, 2.0, null, true], "s": "\u00e9\"\n", "o": {}, "l": []}""";
        Assert.That(Config.Parse(json).ToString(), Is.EqualTo(json));
    }

    [TestCase("{\"a\" 1}", 5)]
    [TestCase("[1, 2", 5)]
    [TestCase("{} x", 3)]
    public void ErrorsSayWhere(string json, int position) =>
        Assert.That(Assert.Throws<FormatException>(() => ConfigJson.Read(json))!.Message, Does.Contain($"character {position}"));
}
