using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>The negative cosine of the angle between target and prediction: −1 for the same direction, 1 for opposite ones.</summary>
/// <param name="axis">The axis along which the vectors lie.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class CosineSimilarity(int axis = -1, string? reduction = "sum_over_batch_size", string name = "cosine_similarity")
    : FunctionLoss(reduction, name)
{
    /// <summary>The axis along which the vectors lie.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["axis"] = Axis });

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var (target, output) = Match(yTrue, yPred);
        return -K.Sum(K.L2Normalize(target, [Axis]) * K.L2Normalize(output, [Axis]), [Axis]);
    }
}
