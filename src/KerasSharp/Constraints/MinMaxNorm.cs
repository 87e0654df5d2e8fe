using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>Moves the lengths of weight vectors towards an interval.</summary>
/// <param name="minValue">The least length.</param>
/// <param name="maxValue">The greatest length.</param>
/// <param name="rate">How far to move at a step: 1 all the way, 0 not at all.</param>
/// <param name="axis">The axes along which lengths are measured: [0] for a Dense kernel, [0, 1, 2] for a Conv2D kernel; null for [0].</param>
public sealed class MinMaxNorm(double minValue = 0, double maxValue = 1, double rate = 1, int[]? axis = null) : Constraint
{
    /// <summary>The least length.</summary>
    public double MinValue { get; } = minValue;

    /// <summary>The greatest length.</summary>
    public double MaxValue { get; } = maxValue;

    /// <summary>How far to move at a step.</summary>
    public double Rate { get; } = rate;

    /// <summary>The axes along which lengths are measured.</summary>
    public IReadOnlyList<int> Axis { get; } = axis ?? [0];

    /// <inheritdoc/>
    public override Tensor Call(Tensor w)
    {
        var norms = Norms.Of(w, Axis);
        var desired = Rate * K.Clip(norms, MinValue, MaxValue) + (1 - Rate) * norms;
        return w * (desired / (norms + K.Epsilon));
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        new()
        {
            ["min_value"] = MinValue,
            ["max_value"] = MaxValue,
            ["rate"] = Rate,
            ["axis"] = Norms.AxisConfig(Axis),
        };
}
