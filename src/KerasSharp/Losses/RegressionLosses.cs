using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>The formulas of losses of numbers, each the mean over the last axis.</summary>
internal static class RegressionLosses
{
    public static Tensor MeanSquaredError(Tensor yTrue, Tensor yPred) => Mean(Op.SquaredDifference(yPred, yTrue));

    public static Tensor MeanAbsoluteError(Tensor yTrue, Tensor yPred) => Mean(Op.Abs(yTrue - yPred));

    public static Tensor MeanAbsolutePercentageError(Tensor yTrue, Tensor yPred) =>
        Mean(Op.Abs((yTrue - yPred) / Op.Maximum(Op.Abs(yTrue), Number(K.Epsilon, yTrue)))) * 100;

    public static Tensor MeanSquaredLogarithmicError(Tensor yTrue, Tensor yPred) => Mean(Op.SquaredDifference(Logarithm(yPred), Logarithm(yTrue)));

    public static Tensor LogCosh(Tensor yTrue, Tensor yPred)
    {
        var x = yPred - yTrue;
        return Mean(x + Op.Softplus(x * -2) - Math.Log(2));
    }

    public static Tensor Huber(Tensor yTrue, Tensor yPred, double delta)
    {
        var absolute = Op.Abs(yPred - yTrue);
        var inside = Op.LessEqual(absolute, Number(delta, absolute));
        return Mean(Op.SelectV2(inside, Op.Square(absolute) * 0.5, absolute * delta - 0.5 * delta * delta));
    }

    public static Tensor Poisson(Tensor yTrue, Tensor yPred) => Mean(yPred - yTrue * Op.Log(yPred + K.Epsilon));

    public static Tensor KlDivergence(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = (K.Clip(yTrue, K.Epsilon, 1), K.Clip(yPred, K.Epsilon, 1));
        return K.Sum(labels * Op.Log(labels / predictions), [-1]);
    }

    public static Tensor CosineSimilarity(Tensor yTrue, Tensor yPred, int axis) =>
        -K.Sum(K.L2Normalize(yTrue, [axis]) * K.L2Normalize(yPred, [axis]), [axis]);

    private static Tensor Logarithm(Tensor x) => Op.Log(Op.Maximum(x, Number(K.Epsilon, x)) + 1);

    private static Tensor Mean(Tensor x) => K.Mean(x, [-1]);

    private static Tensor Number(double value, Tensor like) => Op.Constant(value, like.DType);
}
