using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>One number everywhere.</summary>
/// <param name="value">The number.</param>
public sealed class Constant(double value = 0) : Initializer
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) => K.Filled(shape, Value, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => new() { ["value"] = Value };
}
