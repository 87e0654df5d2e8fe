using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>max(x, 0), and its variants with a ceiling, a slope below the threshold, and a threshold other than 0.</summary>
public sealed class ReLU : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="maxValue">The ceiling, at least 0; none by default.</param>
    /// <param name="negativeSlope">The slope below the threshold, at least 0; 0 by default.</param>
    /// <param name="threshold">Where the linear part begins, at least 0; 0 by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public ReLU(double? maxValue = null, double negativeSlope = 0.0, double threshold = 0.0, string? name = null)
        : base(name)
    {
        MaxValue = maxValue is { } ceiling ? this.NotNegative(ceiling, nameof(maxValue)) : null;
        (NegativeSlope, Threshold, SupportsMasking) = (this.NotNegative(negativeSlope), this.NotNegative(threshold), true);
    }

    /// <summary>The ceiling, or null.</summary>
    public double? MaxValue { get; }

    /// <summary>The slope below the threshold.</summary>
    public double NegativeSlope { get; }

    /// <summary>Where the linear part begins.</summary>
    public double Threshold { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Activations.Relu(inputs, NegativeSlope, MaxValue, Threshold);

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["max_value"] = MaxValue,
                    ["negative_slope"] = NegativeSlope,
                    ["threshold"] = Threshold,
                }
            );

    internal static ReLU Read(Config config) =>
        new(config.Get<double?>("max_value", null), config.Get("negative_slope", 0.0), config.Get("threshold", 0.0));
}
