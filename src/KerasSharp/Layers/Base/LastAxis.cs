using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>Products over the last axis of tensors of any rank.</summary>
internal static class LastAxis
{
    /// <summary>x [..., n] times a matrix [n, m]: one product of matrices, whatever x's rank.</summary>
    public static Tensor Times(Tensor x, Tensor matrix)
    {
        if (x.Rank == 2)
            return Op.MatMul(x, matrix);
        var product = Op.MatMul(Op.Reshape(x, -1, matrix.Shape[0]), matrix);
        return Length.Reshape(product, [.. Length.Range(x, 0, x.Rank - 1), matrix.Shape[1]]);
    }
}
