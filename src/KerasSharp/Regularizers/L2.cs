using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>factor · Σx².</summary>
/// <param name="factor">The factor of the squares, 0 or more (Keras's argument l2).</param>
public sealed class L2(double factor = 0.01) : Regularizer
{
    /// <summary>The factor of the squares.</summary>
    public double Factor { get; } = Factors.Check(factor, nameof(factor));

    /// <inheritdoc/>
    public override Tensor Call(Tensor x) => Factor * K.Sum(Op.Square(x));

    /// <inheritdoc/>
    public override Config GetConfig() => new() { ["l2"] = Factor };
}
