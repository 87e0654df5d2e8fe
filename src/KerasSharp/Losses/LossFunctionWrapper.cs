using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>A function of one's own as a loss.</summary>
/// <param name="function">The losses of samples from targets and predictions, both float32.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class LossFunctionWrapper(
    Func<Tensor, Tensor, Tensor> function,
    string? reduction = "sum_over_batch_size",
    string name = "loss_function_wrapper"
) : FunctionLoss(reduction, name)
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a function cannot be saved.</exception>
    public override Config GetConfig() =>
        throw new NotSupportedException($"The loss '{Name}' is a function and cannot be saved. Derive a class from Loss to save it.");

    internal override Tensor Function(Tensor yTrue, Tensor yPred) => function(yTrue, yPred);
}
