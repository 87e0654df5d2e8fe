using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>A loss that is a function of targets and predictions of the same rank.</summary>
public abstract class FunctionLoss : Loss
{
    private protected FunctionLoss(string? reduction, string name)
        : base(reduction, name) { }

    /// <inheritdoc/>
    public sealed override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = K.ToSameRank(yTrue, yPred);
        return Function(yTrue, yPred);
    }

    /// <summary>The losses of samples, of the targets and predictions as they are.</summary>
    /// <remarks>The targets may have another type than the predictions.</remarks>
    internal abstract Tensor Function(Tensor yTrue, Tensor yPred);

    /// <summary>The targets in the type of the predictions.</summary>
    private protected static Tensor Like(Tensor yTrue, Tensor yPred) => Op.Cast(yTrue, yPred.DType);

    /// <summary>The targets in the type of the predictions, both of the same rank.</summary>
    private protected static (Tensor True, Tensor Pred) Match(Tensor yTrue, Tensor yPred) => K.ToSameRank(Like(yTrue, yPred), yPred);
}
