using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>
/// The formulas of cross entropies. Where predictions come straight from a softmax or a sigmoid, the values before it are used, which lose
/// nothing to rounding, as Keras does on TensorFlow; other probabilities are clipped to [1e-7, 1 - 1e-7].
/// </summary>
internal static class Crossentropies
{
    /// <summary>The mean over the last axis (or another) of the cross entropy of each yes or no.</summary>
    public static Tensor Binary(Tensor yTrue, Tensor yPred, bool fromLogits, double labelSmoothing, int axis = -1)
    {
        if (labelSmoothing != 0)
            yTrue = yTrue * (1 - labelSmoothing) + 0.5 * labelSmoothing;
        return K.Mean(BinaryElements(yTrue, yPred, fromLogits), [axis]);
    }

    /// <summary>The cross entropy of each yes or no.</summary>
    public static Tensor BinaryElements(Tensor yTrue, Tensor yPred, bool fromLogits)
    {
        if (Logits(yPred, fromLogits, "Sigmoid") is { } logits)
            return Op.Relu(logits) - logits * yTrue + Op.Softplus(-Op.Abs(logits));
        var p = K.Clip(yPred, K.Epsilon, 1 - K.Epsilon);
        return -(yTrue * Op.Log(p) + (1 - yTrue) * Op.Log(1 - p));
    }

    /// <summary>The cross entropy with a distribution over classes.</summary>
    public static Tensor Categorical(Tensor yTrue, Tensor yPred, bool fromLogits, double labelSmoothing, int axis = -1)
    {
        if (labelSmoothing != 0)
            yTrue = yTrue * (1 - labelSmoothing) + labelSmoothing / yPred.Shape[-1];
        int last = K.Axis(axis, yPred.Rank);
        if (Logits(yPred, fromLogits, "Softmax") is { } logits)
            return -K.Sum(yTrue * Activations.LogSoftmax(logits, axis), [last]);
        var p = yPred / K.Sum(yPred, [last], keepDims: true);
        return -K.Sum(yTrue * Op.Log(K.Clip(p, K.Epsilon, 1 - K.Epsilon)), [last]);
    }

    /// <summary>The cross entropy with one class a sample, given by its number.</summary>
    /// <param name="yTrue">Class numbers, of the predictions' shape without its last dimension, or with a last dimension of 1.</param>
    /// <param name="yPred">Probabilities or logits of the classes in the last dimension.</param>
    /// <param name="fromLogits">Whether these are logits.</param>
    /// <param name="ignoreClass">A class whose samples have loss 0; none by default.</param>
    public static Tensor Sparse(Tensor yTrue, Tensor yPred, bool fromLogits, int? ignoreClass = null)
    {
        if (yTrue.Shape.HasRank && yTrue.Rank == yPred.Rank && yTrue.Shape[-1] == 1)
            yTrue = Op.Squeeze(yTrue, [-1]);
        var labels = Op.Cast(yTrue, DType.Int64);
        var valid = ignoreClass is { } ignored ? Op.NotEqual(labels, Op.Constant(ignored, DType.Int64)) : null;
        if (valid is not null)
            labels = Op.SelectV2(valid, labels, Op.ZerosLike(labels));
        var logits = Logits(yPred, fromLogits, "Softmax") ?? Op.Log(K.Clip(yPred, K.Epsilon, 1 - K.Epsilon));
        long classes = logits.Shape[-1];
        var flat = logits.Rank == 2 ? logits : Op.Reshape(logits, -1, classes);
        var losses = Op.SparseSoftmaxCrossEntropyWithLogits(flat, labels.Rank == 1 ? labels : Op.Reshape(labels, -1)).Loss;
        if (labels.Rank != 1)
            losses = Op.Reshape(losses, Op.ShapeOf(labels));
        return valid is null ? losses : Op.SelectV2(valid, losses, Op.ZerosLike(losses));
    }

    private static Tensor? Logits(Tensor yPred, bool fromLogits, string activation) =>
        fromLogits ? yPred
        : yPred.Operation.Type == activation ? yPred.Operation.Inputs[0]
        : null;
}
