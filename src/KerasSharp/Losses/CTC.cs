using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>
/// Connectionist temporal classification: −log of the probability of a label sequence, summed over all its alignments with the time steps.
/// Targets are class numbers, shape (samples, labels), followed by 0 where shorter; predictions are logits, shape (samples, time, classes),
/// in which class 0 is the blank.
/// </summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class CTC(string? reduction = "sum_over_batch_size", string name = "ctc") : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        if (yTrue.Rank != 2 || yTrue.Shape[1] < 0 || yPred.Rank != 3)
            throw new ArgumentException(
                $"CTC takes targets of shape (samples, labels), the number of labels being known, and predictions of shape (samples, time, classes); got shapes {yTrue.Shape} and {yPred.Shape}."
            );
        return new CtcAlignments(Op.Cast(yTrue, DType.Int32), yPred).Loss();
    }
}
