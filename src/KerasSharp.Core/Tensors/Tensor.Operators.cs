using KerasSharp.Ops;

namespace KerasSharp;

public sealed partial class Tensor
{
    /// <summary>The sum, broadcast.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Op.AddV2(a, b);

    /// <summary>The sum with a number of the tensor's type.</summary>
    public static Tensor operator +(Tensor a, double b) => Op.AddV2(a, Op.Constant(b, a.DType));

    /// <summary>The sum with a number of the tensor's type.</summary>
    public static Tensor operator +(double a, Tensor b) => Op.AddV2(Op.Constant(a, b.DType), b);

    /// <summary>The difference, broadcast.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Op.Sub(a, b);

    /// <summary>The difference with a number of the tensor's type.</summary>
    public static Tensor operator -(Tensor a, double b) => Op.Sub(a, Op.Constant(b, a.DType));

    /// <summary>The difference with a number of the tensor's type.</summary>
    public static Tensor operator -(double a, Tensor b) => Op.Sub(Op.Constant(a, b.DType), b);

    /// <summary>The negative.</summary>
    public static Tensor operator -(Tensor a) => Op.Neg(a);

    /// <summary>The product of elements, broadcast.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Op.Mul(a, b);

    /// <summary>The product with a number of the tensor's type.</summary>
    public static Tensor operator *(Tensor a, double b) => Op.Mul(a, Op.Constant(b, a.DType));

    /// <summary>The product with a number of the tensor's type.</summary>
    public static Tensor operator *(double a, Tensor b) => Op.Mul(Op.Constant(a, b.DType), b);

    /// <summary>The quotient of elements, broadcast; both floating.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Op.RealDiv(a, b);

    /// <summary>The quotient with a number of the tensor's type.</summary>
    public static Tensor operator /(Tensor a, double b) => Op.RealDiv(a, Op.Constant(b, a.DType));

    /// <summary>The quotient with a number of the tensor's type.</summary>
    public static Tensor operator /(double a, Tensor b) => Op.RealDiv(Op.Constant(a, b.DType), b);
}
