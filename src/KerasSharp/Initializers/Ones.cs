using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>All ones.</summary>
public sealed class Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) => K.Filled(shape, 1, dtype);

    /// <inheritdoc/>
    public override Config GetConfig() => [];
}
