using KerasSharp.Ops;

namespace KerasSharp;

/// <content>Crossentropies of single elements or classes, without any reduction over samples.</content>
public static partial class K
{
    /// <summary>−(target · log(output) + (1 − target) · log(1 − output)), element by element.</summary>
    /// <param name="target">Numbers from 0 to 1, of the shape of <paramref name="output"/>.</param>
    /// <param name="output">
    /// Probabilities, which are clipped to [1e-7, 1 − 1e-7]; straight after a sigmoid or softmax activation its input is used instead.
    /// </param>
    /// <param name="fromLogits">Whether <paramref name="output"/> is the input of a sigmoid instead of probabilities.</param>
    public static Tensor BinaryCrossentropy(Tensor target, Tensor output, bool fromLogits = false)
    {
        CheckSameShape(target, output, "binary_crossentropy");
        var logits = ActivationLogits.Of(output, "Sigmoid") ?? (fromLogits ? output : null);
        if (logits is not null)
            return SigmoidCrossentropyWithLogits(target, logits);
        var p = Clip(output, Epsilon, 1 - Epsilon);
        return -(target * Op.Log(p) + (1 - target) * Op.Log(1 - p));
    }

    /// <summary>−Σ target · log(output) along an axis.</summary>
    /// <param name="target">Probabilities of the classes, of the shape of <paramref name="output"/>.</param>
    /// <param name="output">
    /// Probabilities, which are divided by their sum and clipped to [1e-7, 1 − 1e-7]; straight after a softmax or sigmoid activation its
    /// input is used instead.
    /// </param>
    /// <param name="fromLogits">Whether <paramref name="output"/> is the input of a softmax instead of probabilities.</param>
    /// <param name="axis">The axis of the classes.</param>
    public static Tensor CategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1)
    {
        CheckSameShape(target, output, "categorical_crossentropy");
        var logits = ActivationLogits.Of(output, "Softmax") ?? (fromLogits ? output : null);
        if (logits is not null)
            return SoftmaxCrossentropyWithLogits(ToLast(target, axis), ToLast(logits, axis));
        var p = Clip(output / Sum(output, [axis], keepDims: true), Epsilon, 1 - Epsilon);
        return -Sum(target * Op.Log(p), [axis]);
    }

    /// <summary>−log(output[target]) along the last axis.</summary>
    /// <param name="target">Class numbers, without the last axis of <paramref name="output"/>.</param>
    /// <param name="output">
    /// Probabilities, which are clipped to [1e-7, 1 − 1e-7] and, as Keras does on TensorFlow, whose logarithms go through a softmax again;
    /// straight after a softmax or sigmoid activation its input is used instead.
    /// </param>
    /// <param name="fromLogits">Whether <paramref name="output"/> is the input of a softmax instead of probabilities.</param>
    public static Tensor SparseCategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false)
    {
        target = Op.Cast(target, DType.Int64);
        if (target.Rank == output.Rank && target.Shape[-1] == 1)
            target = SqueezeLast(target);
        if (!target.Shape.IsCompatibleWith(output.Shape.Slice(0, output.Rank - 1)))
            throw new ArgumentException(
                $"sparse_categorical_crossentropy takes class numbers in the shape of the predictions without their last axis: predictions have shape {output.Shape}, targets {target.Shape}. For one-hot targets use categorical_crossentropy."
            );
        var logits = ActivationLogits.Of(output, "Softmax") ?? (fromLogits ? output : Op.Log(Clip(output, Epsilon, 1 - Epsilon)));
        var rows = Op.SparseSoftmaxCrossEntropyWithLogits(Rows(logits), target.Rank == 1 ? target : Op.Reshape(target, -1)).Loss;
        return LikeRowsOf(rows, logits);
    }

    private static Tensor SigmoidCrossentropyWithLogits(Tensor target, Tensor logits)
    {
        var zero = Op.ZerosLike(logits);
        var positive = Op.GreaterEqual(logits, zero);
        return Op.SelectV2(positive, logits, zero) - logits * target + Op.Log1p(Op.Exp(Op.SelectV2(positive, -logits, logits)));
    }

    private static Tensor SoftmaxCrossentropyWithLogits(Tensor target, Tensor logits) =>
        LikeRowsOf(Op.SoftmaxCrossEntropyWithLogits(Rows(logits), Rows(target)).Loss, logits);

    /// <summary>The tensor with one axis moved to the end.</summary>
    private static Tensor ToLast(Tensor x, int axis)
    {
        int at = Axis(axis, x.Rank);
        return at == x.Rank - 1
            ? x
            : Op.Transpose(x, [.. Enumerable.Range(0, x.Rank).Where(other => other != at).Select(other => (long)other), at]);
    }

    private static void CheckSameShape(Tensor target, Tensor output, string name)
    {
        if (!target.Shape.IsCompatibleWith(output.Shape))
            throw new ArgumentException(
                $"{name} compares targets and predictions element by element, but the targets have shape {target.Shape} and the predictions {output.Shape}."
            );
    }
}
