using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Numbers of a normal distribution without those beyond two standard deviations.</summary>
public sealed class TruncatedNormal : RandomInitializer
{
    /// <summary>A truncated normal initializer.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="stddev">The standard deviation before the cut.</param>
    /// <param name="seed">The seed; null to draw one from <see cref="SeedGenerator.Global"/>.</param>
    public TruncatedNormal(double mean = 0, double stddev = 0.05, int? seed = null)
        : base(seed) => (Mean, Stddev) = (mean, stddev);

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation before the cut.</summary>
    public double Stddev { get; }

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) =>
        KerasRandom.TruncatedNormal(shape, Mean, Stddev, Seed, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => SeedConfig().With(new() { ["mean"] = Mean, ["stddev"] = Stddev });
}
