using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>x where positive, else x times a small slope.</summary>
public sealed class LeakyReLU : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="negativeSlope">The slope below 0, at least 0; 0.3 by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slope is negative.</exception>
    public LeakyReLU(double negativeSlope = 0.3, string? name = null)
        : base(name) => (NegativeSlope, SupportsMasking) = (this.NotNegative(negativeSlope), true);

    /// <summary>The slope below 0.</summary>
    public double NegativeSlope { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Activations.LeakyRelu(inputs, NegativeSlope);

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["negative_slope"] = NegativeSlope });

    internal static LeakyReLU Read(Config config) => new(config.Get("negative_slope", config.Get("alpha", 0.3)));
}
