using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>factor · Σ|x|.</summary>
/// <param name="factor">The factor of the absolute values, 0 or more (Keras's argument l1).</param>
public sealed class L1(double factor = 0.01) : Regularizer
{
    /// <summary>The factor of the absolute values.</summary>
    public double Factor { get; } = Factors.Check(factor, nameof(factor));

    /// <inheritdoc/>
    public override Tensor Call(Tensor x) => Factor * K.Sum(Op.Abs(x));

    /// <inheritdoc/>
    /// <remarks>The number is rounded to float32, as Keras writes it.</remarks>
    public override Config GetConfig() => new() { ["l1"] = (float)Factor };
}
