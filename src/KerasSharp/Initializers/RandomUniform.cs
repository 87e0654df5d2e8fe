using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Numbers of a uniform distribution.</summary>
public sealed class RandomUniform : RandomInitializer
{
    /// <summary>A uniform initializer.</summary>
    /// <param name="minval">The least number.</param>
    /// <param name="maxval">The limit that is not reached.</param>
    /// <param name="seed">The seed; null to draw one from <see cref="SeedGenerator.Global"/>.</param>
    public RandomUniform(double minval = -0.05, double maxval = 0.05, int? seed = null)
        : base(seed) => (Minval, Maxval) = (minval, maxval);

    /// <summary>The least number.</summary>
    public double Minval { get; }

    /// <summary>The limit that is not reached.</summary>
    public double Maxval { get; }

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) => KerasRandom.Uniform(shape, Minval, Maxval, Seed, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => SeedConfig().With(new() { ["minval"] = Minval, ["maxval"] = Maxval });
}
