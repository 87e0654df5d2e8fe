using KerasSharp.Ops;

namespace KerasSharp;

/// <content>Tensors of one number.</content>
public static partial class K
{
    /// <summary>One number over a known shape.</summary>
    /// <param name="shape">The shape; every length known.</param>
    /// <param name="value">The number, converted to the type.</param>
    /// <param name="dtype">The type; float32 by default.</param>
    public static Tensor Filled(Shape shape, double value, DType dtype = DType.Float32) =>
        Op.Fill(Op.Ints(shape.Dims), Op.Constant(value, dtype));
}
