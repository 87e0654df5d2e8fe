using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SoftmaxCrossEntropyWithLogitsDefinition = new(
        "SoftmaxCrossEntropyWithLogits(features: T, labels: T) -> loss: T, backprop: T | T: type",
        context =>
        {
            var shape = ShapeRules.Broadcast(context.WithRank(0, 2), context.WithRank(1, 2));
            return [Shape.Of(shape[0]), shape];
        }
    )
    {
        Broadcasts = true,
    };

    internal static readonly OpDefinition SparseSoftmaxCrossEntropyWithLogitsDefinition = new(
        "SparseSoftmaxCrossEntropyWithLogits(features: T, labels: Tlabels) -> loss: T, backprop: T | T: type, Tlabels: type = int64",
        context =>
        {
            var features = context.WithRank(0, 2);
            long batch = ShapeRules.MergeDim(features[0], context.WithRank(1, 1)[0], "the batches of features and labels");
            return [Shape.Of(batch), Shape.Of(batch, features[1])];
        }
    );

    /// <summary>The cross entropy -sum(labels · log_softmax(features)) of each row.</summary>
    /// <param name="features">Logits [batch, classes].</param>
    /// <param name="labels">Probabilities [batch, classes].</param>
    /// <param name="name">A name hint.</param>
    /// <returns>The loss [batch], and its gradient softmax - labels [batch, classes].</returns>
    public static (Tensor Loss, Tensor Backprop) SoftmaxCrossEntropyWithLogits(Tensor features, Tensor labels, string? name = null)
    {
        var outputs = MakeMany(SoftmaxCrossEntropyWithLogitsDefinition, [features, labels], null, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary>The cross entropy -log_softmax(features)[label] of each row.</summary>
    /// <param name="features">Logits [batch, classes].</param>
    /// <param name="labels">Classes [batch], int32 or int64, each from 0 to classes - 1; a run with another one fails.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>The loss [batch], and its gradient softmax - one_hot(labels) [batch, classes].</returns>
    public static (Tensor Loss, Tensor Backprop) SparseSoftmaxCrossEntropyWithLogits(Tensor features, Tensor labels, string? name = null)
    {
        var outputs = MakeMany(SparseSoftmaxCrossEntropyWithLogitsDefinition, [features, labels], null, name);
        return (outputs[0], outputs[1]);
    }
}
