using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>Scales weight vectors to length 1.</summary>
/// <param name="axis">The axes along which lengths are measured: [0] for a Dense kernel, [0, 1, 2] for a Conv2D kernel; null for [0].</param>
public sealed class UnitNorm(int[]? axis = null) : Constraint
{
    /// <summary>The axes along which lengths are measured.</summary>
    public IReadOnlyList<int> Axis { get; } = axis ?? [0];

    /// <inheritdoc/>
    public override Tensor Call(Tensor w) => w / (Norms.Of(w, Axis) + K.Epsilon);

    /// <inheritdoc/>
    public override Config GetConfig() => new() { ["axis"] = Norms.AxisConfig(Axis) };
}
