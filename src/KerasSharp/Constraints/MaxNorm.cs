using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>Shrinks weight vectors that are longer than a maximum.</summary>
/// <param name="maxValue">The greatest length.</param>
/// <param name="axis">The axes along which lengths are measured: [0] for a Dense kernel, [0, 1, 2] for a Conv2D kernel; null for [0].</param>
public sealed class MaxNorm(double maxValue = 2, int[]? axis = null) : Constraint
{
    /// <summary>The greatest length.</summary>
    public double MaxValue { get; } = maxValue;

    /// <summary>The axes along which lengths are measured.</summary>
    public IReadOnlyList<int> Axis { get; } = axis ?? [0];

    /// <inheritdoc/>
    public override Tensor Call(Tensor w)
    {
        var norms = Norms.Of(w, Axis);
        return w * (K.Clip(norms, 0, MaxValue) / (norms + K.Epsilon));
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        new() { ["max_value"] = MaxValue == (long)MaxValue ? (object)(long)MaxValue : MaxValue, ["axis"] = Norms.AxisConfig(Axis) };
}
