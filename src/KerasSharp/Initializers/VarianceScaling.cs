using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Numbers whose variance is a scale divided by a layer's number of inputs, outputs or their mean.</summary>
public sealed class VarianceScaling : RandomInitializer
{
    private readonly FanScaling scaling;

    /// <summary>The initializer.</summary>
    /// <param name="scale">The scale, above 0.</param>
    /// <param name="mode"><c>fan_in</c>, <c>fan_out</c> or <c>fan_avg</c>.</param>
    /// <param name="distribution"><c>truncated_normal</c> (or <c>normal</c>, the same), <c>untruncated_normal</c> or <c>uniform</c>.</param>
    /// <param name="seed">The seed; null to draw one from <see cref="SeedGenerator.Global"/>.</param>
    /// <param name="inputAxes">The axes whose product is fan_in; null to infer it from the shape.</param>
    /// <param name="outputAxes">The axes whose product is fan_out; null to infer it from the shape.</param>
    /// <exception cref="ArgumentException">The scale, mode or distribution is none of these.</exception>
    public VarianceScaling(
        double scale = 1,
        string mode = "fan_in",
        string distribution = "truncated_normal",
        int? seed = null,
        int[]? inputAxes = null,
        int[]? outputAxes = null
    )
        : base(seed) => scaling = new FanScaling(scale, mode, distribution, inputAxes, outputAxes);

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) => scaling.Create(shape, Seed, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => SeedConfig().With(scaling.ScaleConfig()).With(scaling.AxesConfig());
}
