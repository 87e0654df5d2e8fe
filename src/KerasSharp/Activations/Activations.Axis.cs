using KerasSharp.Ops;

namespace KerasSharp;

/// <content>Those that look at a whole axis.</content>
public static partial class Activations
{
    /// <summary>exp(x) divided by its sum along an axis.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="axis">The axis; the last by default. A negative one counts from the end.</param>
    public static Tensor Softmax(Tensor x, int axis = -1) => ActivationLogits.Remember(OnLastAxis(x, axis, last => Op.Softmax(last)), x);

    /// <summary>The logarithm of the softmax along an axis.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="axis">The axis; the last by default. A negative one counts from the end.</param>
    public static Tensor LogSoftmax(Tensor x, int axis = -1) => OnLastAxis(x, axis, last => Op.LogSoftmax(last));

    /// <summary>The first half of an axis times the sigmoid of the second half; the axis becomes half as long.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="axis">The axis; the last by default. A negative one counts from the end.</param>
    /// <exception cref="ArgumentException">The axis has an odd length, or one that is not known.</exception>
    public static Tensor Glu(Tensor x, int axis = -1)
    {
        int at = K.Axis(axis, x.Rank);
        if (x.Shape[at] < 0 || x.Shape[at] % 2 != 0)
            throw new ArgumentException(
                $"glu halves axis {axis}, whose length must be known and even; the input has shape {x.Shape}. Choose another axis or give the input's shape."
            );
        var halves = Op.Split(Op.Int(at), x, 2);
        return halves[0] * Op.Sigmoid(halves[1]);
    }

    /// <summary>max(x − tau, 0) along an axis, with the threshold tau as Keras computes it: from the sum of the partial sums in the support.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="axis">The axis; the last by default. A negative one counts from the end.</param>
    public static Tensor Sparsemax(Tensor x, int axis = -1) => OnLastAxis(x, axis, SparsemaxOfLast);

    private static Tensor SparsemaxOfLast(Tensor x)
    {
        var length = K.Dimension(x, -1);
        var sorted = Op.TopKV2(x, length).Values;
        var sums = Op.Cumsum(sorted, Op.Int(-1));
        var ranks = Op.Cast(Op.Range(Op.Int(1), length + 1, Op.Int(1)), x.DType);
        var support = Op.Greater(sorted - (sums - 1) / ranks, Number(0, x));
        var count = K.Sum(Op.Cast(support, x.DType), [-1], keepDims: true);
        var tau = (K.Sum(Op.SelectV2(support, sums, Number(0, x)), [-1], keepDims: true) - 1) / count;
        return Op.Maximum(x - tau, Number(0, x));
    }

    private static Tensor OnLastAxis(Tensor x, int axis, Func<Tensor, Tensor> function)
    {
        int at = K.Axis(axis, x.Rank);
        if (at == x.Rank - 1)
            return function(x);
        long[] swapped = [.. Enumerable.Range(0, x.Rank)];
        (swapped[at], swapped[^1]) = (swapped[^1], swapped[at]);
        return Op.Transpose(function(Op.Transpose(x, swapped)), swapped);
    }
}
