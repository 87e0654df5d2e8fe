using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>l1 · Σ|x| + l2 · Σx².</summary>
/// <param name="l1">The factor of the absolute values, 0 or more.</param>
/// <param name="l2">The factor of the squares, 0 or more.</param>
public sealed class L1L2(double l1 = 0, double l2 = 0) : Regularizer
{
    /// <summary>The factor of the absolute values.</summary>
    public double L1 { get; } = Factors.Check(l1, nameof(l1));

    /// <summary>The factor of the squares.</summary>
    public double L2 { get; } = Factors.Check(l2, nameof(l2));

    /// <inheritdoc/>
    public override Tensor Call(Tensor x)
    {
        var penalty = Op.Constant(0, x.DType);
        if (L1 != 0)
            penalty += L1 * K.Sum(Op.Abs(x));
        if (L2 != 0)
            penalty += L2 * K.Sum(Op.Square(x));
        return penalty;
    }

    /// <inheritdoc/>
    public override Config GetConfig() => new() { ["l1"] = L1, ["l2"] = L2 };
}
