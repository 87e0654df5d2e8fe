using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Truncated normal numbers of variance 2 / (fan_in + fan_out) (Glorot and Bengio, 2010).</summary>
public sealed class GlorotNormal : RandomInitializer
{
    private readonly FanScaling scaling;

    /// <summary>The initializer.</summary>
    /// <param name="seed">The seed; null to draw one from <see cref="SeedGenerator.Global"/>.</param>
    /// <param name="inputAxes">The axes whose product is fan_in; null to infer it from the shape.</param>
    /// <param name="outputAxes">The axes whose product is fan_out; null to infer it from the shape.</param>
    public GlorotNormal(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
        : base(seed) => scaling = new FanScaling(1, "fan_avg", "truncated_normal", inputAxes, outputAxes);

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) => scaling.Create(shape, Seed, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => SeedConfig().With(scaling.AxesConfig());
}
