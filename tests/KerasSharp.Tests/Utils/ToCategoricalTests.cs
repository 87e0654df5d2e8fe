using NumSharp;

namespace KerasSharp.Tests.Utils;

/// <summary>Expected values are those of tf_keras's and Keras's to_categorical.</summary>
[TestFixture]
public sealed class ToCategoricalTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case(new[] { 0, 1, 2, 3 }, null, [4, 4], [0, 5, 10, 15]);
        yield return Case(new[] { 0, 2, 1 }, 5, [3, 5], [0, 7, 11]);
        yield return Case(new[] { -1, 0 }, 3, [2, 3], [2, 3]);
        yield return Case(new byte[] { 1, 0 }, 0, [2, 2], [1, 2]);
        yield return Case(new[] { 1.9, 0.2 }, 2, [2, 2], [1, 2]);
        yield return Case(
            new[,]
            {
                { 0 },
                { 1 },
                { 2 },
            },
            null,
            [3, 3],
            [0, 4, 8]
        );
        yield return Case(
            new[,,]
            {
                {
                    { 0 },
                    { 1 },
                },
                {
                    { 2 },
                    { 2 },
                },
            },
            3,
            [2, 2, 3],
            [0, 4, 8, 11]
        );
        yield return Case(
            new[,]
            {
                { 0, 1 },
                { 1, 1 },
            },
            null,
            [2, 2, 2],
            [0, 3, 5, 7]
        );
        yield return Case(new[] { 2 }, 4, [1, 4], [2]);
    }

    [TestCaseSource(nameof(Cases))]
    public void MarksTheClass(Array labels, int? classes, long[] shape, int[] ones)
    {
        var result = KerasSharp.Utils.ToCategorical(labels, classes);
        Assert.That(result.typecode, Is.EqualTo(NPTypeCode.Single));
        Assert.That(result.shape, Is.EqualTo(shape));
        AssertOnes(result, ones);
    }

    [Test]
    public void AScalarGivesAVector()
    {
        var result = KerasSharp.Utils.ToCategorical(2, 4);
        Assert.That(result.shape, Is.EqualTo(new long[] { 4 }));
        AssertOnes(result, [2]);
    }

    [Test]
    public void ReadsViewsInTheirOwnOrder() =>
        AssertOnes(KerasSharp.Utils.ToCategorical(np.array(new[] { 0, 9, 1, 9, 2, 9 })["::2"], 3), [0, 4, 8]);

    [TestCase(3, "3")]
    [TestCase(-4, "-4")]
    public void ALabelOutOfRangeIsNamed(int label, string mention)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => KerasSharp.Utils.ToCategorical(new[] { 0, label }, 3));
        Assert.That(error!.Message, Does.Contain($"got {mention} at position 1").And.Contain("numClasses 3"));
    }

    [Test]
    public void BadArgumentsAreErrors()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => KerasSharp.Utils.ToCategorical(new[] { 0 }, -2));
        Assert.Throws<ArgumentOutOfRangeException>(() => KerasSharp.Utils.ToCategorical(new[] { double.NaN }, 2));
        Assert.Throws<ArgumentException>(() => KerasSharp.Utils.ToCategorical(Array.Empty<int>()));
        Assert.Throws<ArgumentException>(() => KerasSharp.Utils.ToCategorical(new[] { -1, -2 }));
        Assert.Throws<ArgumentException>(() => KerasSharp.Utils.ToCategorical("a"));
        Assert.Throws<ArgumentNullException>(() => KerasSharp.Utils.ToCategorical(null!));
    }

    private static void AssertOnes(NDArray result, int[] ones)
    {
        var values = result.flatten().ToArray<float>();
        Assert.That(values.Select((value, i) => (value, i)).Where(p => p.value == 1).Select(p => p.i), Is.EqualTo(ones));
        Assert.That(values.Sum(), Is.EqualTo(ones.Length));
    }

    private static TestCaseData Case(Array labels, int? classes, long[] shape, int[] ones) => new(labels, classes, shape, ones);
}
