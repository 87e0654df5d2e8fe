using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>All zeros.</summary>
public sealed class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) => K.Filled(shape, 0, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => [];
}
