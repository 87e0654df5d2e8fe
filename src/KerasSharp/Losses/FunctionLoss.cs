using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>A loss from a function of one's own: (yTrue, yPred) to the losses of samples.</summary>
/// <param name="function">The function.</param>
/// <param name="reduction">How losses of samples become one number.</param>
/// <param name="name">The name in logs.</param>
public sealed class FunctionLoss(
    Func<Tensor, Tensor, Tensor> function,
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "custom_loss"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return function(labels, predictions);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a C# function cannot be written to a file.</exception>
    public override Config GetConfig() =>
        throw new NotSupportedException($"The loss '{Name}' is a C# function and cannot be saved. Derive a class from Loss and register it.");
}
