using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Gives its input back and adds a penalty on it to the loss.</summary>
public sealed class ActivityRegularization : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="l1">The weight of the absolute values, at least 0.</param>
    /// <param name="l2">The weight of the squares, at least 0.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative.</exception>
    public ActivityRegularization(double l1 = 0.0, double l2 = 0.0, string? name = null)
        : base(name)
    {
        (L1, L2, SupportsMasking) = (this.NotNegative(l1), this.NotNegative(l2), true);
        ActivityRegularizer = new L1L2(l1, l2);
    }

    /// <summary>The weight of the absolute values.</summary>
    public double L1 { get; }

    /// <summary>The weight of the squares.</summary>
    public double L2 { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => inputs;

    /// <inheritdoc/>
    public override Config GetConfig()
    {
        var config = base.GetConfig();
        config.Remove("activity_regularizer");
        return config.With(new Config { ["l1"] = L1, ["l2"] = L2 });
    }

    internal static ActivityRegularization Read(Config config) => new(config.Get("l1", 0.0), config.Get("l2", 0.0));
}
