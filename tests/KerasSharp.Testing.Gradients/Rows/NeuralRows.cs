using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Biases, softmax, losses, normalizations.</summary>
internal static class NeuralRows
{
    public static IEnumerable<GradientRow> Rows =>
        [.. General.InBothTypes(), .. Singles.With(row => row with { DType = DType.Float32, TakesUnknownShapes = row.Op != "LRNGrad" })];

    private static GradientRows General =>
        new()
        {
            { "BiasAdd", [In(2, 2, 3), In(3)], x => BiasAdd(x[0], x[1]) },
            { "BiasAdd", "NCHW", [In(2, 3, 2, 2), In(3)], x => BiasAdd(x[0], x[1], "NCHW") },
            { "BiasAddV1", [In(2, 3), In(3)], x => BiasAddV1(x[0], x[1]) },
            { "BiasAddGrad", [In(2, 2, 3)], x => BiasAddGrad(x[0]) },
            { "BiasAddGrad", "NCHW", [In(2, 3, 2, 2)], x => BiasAddGrad(x[0], "NCHW") },
            { "Softmax", [In(2, 4)], x => Softmax(x[0]) },
            { "Softmax", "of rank 3", [In(2, 2, 3)], x => Softmax(x[0]) },
            { "LogSoftmax", [In(2, 4)], x => LogSoftmax(x[0]) },
            { "SoftmaxCrossEntropyWithLogits", "", [In(2, 4), In(2, 4)], x => [CrossEntropy(x).Loss] },
            { "SoftmaxCrossEntropyWithLogits", "both outputs", [In(2, 4), In(2, 4)], x => Both(CrossEntropy(x)) },
            { "SparseSoftmaxCrossEntropyWithLogits", "", [In(2, 4)], x => [SparseSoftmaxCrossEntropyWithLogits(x[0], Ints(3, 1)).Loss] },
        };

    private static GradientRows Singles =>
        new()
        {
            { "LRN", [In(1, 1, 2, 4)], x => LRN(x[0], 1, 1.5, 0.7, 0.6) },
            { "LRNGrad", [In(1, 1, 2, 4), In(1, 1, 2, 4)], x => LRNGrad(x[0], x[1], LRN(x[1], 1, 1.5, 0.7, 0.6), 1, 1.5, 0.7, 0.6) },
            { "FusedBatchNormV3", "training", [In(2, 2, 2, 2), In(2), In(2)], x => Normalized(x, "NHWC", true) },
            { "FusedBatchNormV3", "training, NCHW", [In(2, 2, 2, 2), In(2), In(2)], x => Normalized(x, "NCHW", true) },
            { "FusedBatchNormV3", "inference", [In(2, 2, 2, 2), In(2), In(2)], x => Normalized(x, "NHWC", false) },
            { "FusedBatchNormGradV3", "training", [In(2, 2, 2, 2), In(2), In(2, 2, 2, 2)], x => NormalizedBack(x, "NHWC", true) },
            { "FusedBatchNormGradV3", "training, NCHW", [In(2, 2, 2, 2), In(2), In(2, 2, 2, 2)], x => NormalizedBack(x, "NCHW", true) },
            { "FusedBatchNormGradV3", "inference", [In(2, 2, 2, 2), In(2), In(2, 2, 2, 2)], x => NormalizedBack(x, "NHWC", false) },
        };

    private static Tensor Means => Constant(TensorValue.From<float>(Shape.Of(2), [0.3f, -0.2f]));

    private static Tensor Variances => Constant(TensorValue.From<float>(Shape.Of(2), [0.8f, 1.7f]));

    private static IReadOnlyList<Tensor> Normalized(Tensor[] x, string format, bool training) =>
        [FusedBatchNormV3(x[0], x[1], x[2], Means, Variances, 0.1, 1, format, training).Y];

    /// <summary>Input, scale, gradient; the statistics are those of the input, or given.</summary>
    private static IReadOnlyList<Tensor> NormalizedBack(Tensor[] x, string format, bool training)
    {
        var forward = FusedBatchNormV3(x[0], x[1], OnesLike(x[1]), Means, Variances, 0.1, 1, format, training);
        var (mean, variance) = training ? (forward.Reserve1, forward.Reserve2) : (Means, Variances);
        var gradients = FusedBatchNormGradV3(x[2], x[0], x[1], mean, variance, forward.Reserve3, 0.1, format, training);
        return [gradients.XBackprop, gradients.ScaleBackprop, gradients.OffsetBackprop];
    }

    private static IReadOnlyList<Tensor> Both((Tensor Loss, Tensor Backprop) outputs) => [outputs.Loss, outputs.Backprop];

    /// <summary>Labels are probabilities.</summary>
    private static (Tensor Loss, Tensor Backprop) CrossEntropy(Tensor[] x) => SoftmaxCrossEntropyWithLogits(x[0], Softmax(x[1]));
}
