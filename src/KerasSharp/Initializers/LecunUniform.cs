using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Uniform numbers up to sqrt(3 / fan_in) (LeCun et al., 1998).</summary>
public sealed class LecunUniform : RandomInitializer
{
    private readonly FanScaling scaling;

    /// <summary>The initializer.</summary>
    /// <param name="seed">The seed; null to draw one from <see cref="SeedGenerator.Global"/>.</param>
    /// <param name="inputAxes">The axes whose product is fan_in; null to infer it from the shape.</param>
    /// <param name="outputAxes">The axes whose product is fan_out; null to infer it from the shape.</param>
    public LecunUniform(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
        : base(seed) => scaling = new FanScaling(1, "fan_in", "uniform", inputAxes, outputAxes);

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) => scaling.Create(shape, Seed, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => SeedConfig().With(scaling.AxesConfig());
}
