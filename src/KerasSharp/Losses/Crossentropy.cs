namespace KerasSharp.Losses;

/// <summary>The crossentropy that fits the shapes of targets and predictions: binary, categorical or sparse. Keras's "crossentropy" or "ce".</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class Crossentropy(string? reduction = "sum_over_batch_size", string name = "crossentropy") : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred) =>
        ClassificationKinds.Of(yTrue.Shape, yPred.Shape) switch
        {
            ClassificationKind.Binary => new BinaryCrossentropy().Function(yTrue, yPred),
            ClassificationKind.Sparse => new SparseCategoricalCrossentropy().Function(yTrue, yPred),
            _ => new CategoricalCrossentropy().Function(yTrue, yPred),
        };
}
