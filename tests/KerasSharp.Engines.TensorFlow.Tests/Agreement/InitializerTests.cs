using KerasSharp.Initializers;

namespace KerasSharp.Engines.TensorFlow.Tests.Agreement;

/// <summary>Layers begin with the same weights on both engines.</summary>
public sealed class InitializerTests
{
    private static readonly Initializer[] Initializers =
    [
        new Zeros(),
        new Ones(),
        new Constant(0.3),
        new RandomNormal(0.1, 0.7, seed: 3),
        new RandomUniform(-0.2, 0.9, seed: 3),
        new TruncatedNormal(0.1, 0.7, seed: 3),
        new GlorotNormal(seed: 3),
        new GlorotUniform(seed: 3),
        new HeNormal(seed: 3),
        new HeUniform(seed: 3),
        new LecunNormal(seed: 3),
        new LecunUniform(seed: 3),
        new VarianceScaling(2, "fan_avg", "untruncated_normal", seed: 3),
    ];

    public static IEnumerable<TestCaseData> Cases =>
        from initializer in Initializers
        from dtype in (DType[])[DType.Float32, DType.Float64]
        select new TestCaseData(initializer, dtype).SetArgDisplayNames(initializer.ClassName, dtype.Name());

    [TestCaseSource(nameof(Cases))]
    public void Equal(Initializer initializer, DType dtype) =>
        BothEngines.AssertEqual(() =>
            [
                initializer.Create(Shape.Of(7), dtype),
                initializer.Create(Shape.Of(64, 33), dtype),
                initializer.Create(Shape.Of(3, 3, 8, 17), dtype),
            ]
        );

    [Test]
    public void Identity() => BothEngines.AssertEqual(() => [new Identity(0.5).Create(Shape.Of(5, 7))]);

    /// <summary>The engines factorize matrices by libraries of their own, so the last bits differ.</summary>
    [Test]
    public void OrthogonalAgreesClosely()
    {
        var (torch, tensorflow) = BothEngines.Evaluate(() => [new Orthogonal(1.5, seed: 3).Create(Shape.Of(40, 30))]);
        Assert.That(torch[0].Elements<float>().ToArray(), Is.EqualTo(tensorflow[0].Elements<float>().ToArray()).Within(1e-5));
    }

    [Test]
    public void StftAgreesClosely()
    {
        var (torch, tensorflow) = BothEngines.Evaluate(() => [new Stft("imag").Create(Shape.Of(32, 1, 17))]);
        Assert.That(torch[0].Elements<float>().ToArray(), Is.EqualTo(tensorflow[0].Elements<float>().ToArray()).Within(1e-5));
    }
}
