using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>Correlations of targets and predictions along an axis.</summary>
internal static class CorrelationFunctions
{
    public static Tensor Pearson(Tensor yTrue, Tensor yPred, int axis)
    {
        var (target, output) = K.ToSameRank(Op.Cast(yTrue, yPred.DType), yPred);
        return K.Mean(Standardize(target, axis) * Standardize(output, axis), [axis]);
    }

    public static Tensor Concordance(Tensor yTrue, Tensor yPred, int axis)
    {
        var (target, output) = K.ToSameRank(Op.Cast(yTrue, yPred.DType), yPred);
        var targetMean = K.Mean(target, [axis], keepDims: true);
        var outputMean = K.Mean(output, [axis], keepDims: true);
        var norm =
            K.Variance(target - targetMean, [axis], keepDims: true)
            + K.Variance(output - outputMean, [axis], keepDims: true)
            + Op.Square(targetMean - outputMean);
        // Keras takes the mean of the predictions from both, and so do we.
        var covariance = (target - outputMean) * (output - outputMean);
        return K.Mean(2 * covariance / (norm + K.Epsilon), [axis]);
    }

    private static Tensor Standardize(Tensor x, int axis)
    {
        var centred = x - K.Mean(x, [axis], keepDims: true);
        return centred / K.Std(centred, [axis], keepDims: true);
    }
}
