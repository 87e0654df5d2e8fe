using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>Sets negative weights to 0.</summary>
public sealed class NonNeg : Constraint
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor w) => Op.Maximum(w, Op.Constant(0, w.DType));

    /// <inheritdoc/>
    public override Config GetConfig() => [];
}
