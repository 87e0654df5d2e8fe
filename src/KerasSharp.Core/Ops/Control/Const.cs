using KerasSharp.Graphs;
using NumSharp;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ConstDefinition = new(
        "Const() -> output: dtype | value: tensor, dtype: type",
        context => [context.Attr<TensorValue>("value").Shape]
    );

    /// <summary>A constant.</summary>
    public static Tensor Constant(TensorValue value, string? name = null) =>
        Make(ConstDefinition, [], new Attributes { ["value"] = value, ["dtype"] = value.DType }, name);

    /// <summary>A scalar constant of the given type.</summary>
    public static Tensor Constant(double value, DType dtype = DType.Float32, string? name = null) =>
        Constant(TensorValue.Scalar(value, dtype), name);

    /// <summary>A constant copied from an array, of the array's type.</summary>
    public static Tensor Constant(NDArray value, string? name = null) => Constant(TensorValue.From(value), name);

    /// <summary>A constant vector of 32-bit integers: shapes, axes, paddings.</summary>
    /// <exception cref="OverflowException">A number does not fit.</exception>
    public static Tensor Ints(params ReadOnlySpan<long> values)
    {
        var ints = new int[values.Length];
        for (int i = 0; i < ints.Length; i++)
            ints[i] = checked((int)values[i]);
        return Constant(TensorValue.From<int>(Shape.Of(ints.Length), ints));
    }

    /// <summary>A constant 32-bit integer.</summary>
    public static Tensor Int(int value) => Constant(value, DType.Int32);
}
