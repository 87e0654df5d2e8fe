namespace KerasSharp.Tests;

/// <summary>Seeds are those that Python's <c>random.randint(1, 1000000000)</c> gives.</summary>
public sealed class SeedGeneratorTests
{
    [TestCase(42, 686579304, 119540832, 26855093)]
    [TestCase(0, 906691060, 413654000, 813847340)]
    [TestCase(-7, 347712783, 161973070, 423938500)]
    [TestCase(123456789, 688698670, 474881504, 582171296)]
    public void DrawsAsPython(int seed, int first, int second, int third)
    {
        var generator = new SeedGenerator(seed);
        Assert.That(new[] { generator.Next(), generator.Next(), generator.Next() }, Is.EqualTo(new[] { first, second, third }));
        generator.Reset(seed);
        Assert.That(generator.Next(), Is.EqualTo(first));
    }
}
