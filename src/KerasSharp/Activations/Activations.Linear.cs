using KerasSharp.Ops;

namespace KerasSharp;

/// <content>Those made of straight pieces.</content>
public static partial class Activations
{
    /// <summary>0 below <paramref name="threshold"/> (or a slope), x above, at most <paramref name="maxValue"/>.</summary>
    /// <param name="x">The input.</param>
    /// <param name="negativeSlope">The slope below the threshold: negativeSlope · (x − threshold).</param>
    /// <param name="maxValue">The largest output; null for none.</param>
    /// <param name="threshold">Where the identity begins.</param>
    public static Tensor Relu(Tensor x, double negativeSlope = 0, double? maxValue = null, double threshold = 0)
    {
        if (negativeSlope != 0 && maxValue is null && threshold == 0)
            return LeakyRelu(x, negativeSlope);
        var positive = threshold != 0 ? Op.SelectV2(Op.Greater(x, Number(threshold, x)), x, Number(0, x)) : Op.Relu(x);
        if (threshold == 0 && maxValue == 6)
            positive = Op.Relu6(x);
        else if (maxValue is { } max)
            positive = K.Clip(positive, 0, max);
        if (negativeSlope == 0)
            return positive;
        return positive - negativeSlope * Op.Relu(threshold != 0 ? -x + threshold : -x);
    }

    /// <summary>x where positive, else negativeSlope · x.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="negativeSlope">The slope below 0; 0.2 by default.</param>
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.2) => Op.LeakyRelu(x, (float)negativeSlope);

    /// <summary>x between 0 and 6.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Relu6(Tensor x) => Op.Relu6(x);

    /// <summary>relu6(x + 3) / 6.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor HardSigmoid(Tensor x) => Op.Relu6(x + 3) / 6;

    /// <summary>x · hard_sigmoid(x), also called hard_swish.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor HardSilu(Tensor x) => x * HardSigmoid(x);

    /// <summary>x between −1 and 1.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor HardTanh(Tensor x) => K.Clip(x, -1, 1);

    /// <summary>x where |x| is above the threshold, else 0.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="threshold">At least 0; 0.5 by default.</param>
    public static Tensor HardShrink(Tensor x, double threshold = 0.5) =>
        Op.SelectV2(Op.Greater(Op.Abs(x), Number(threshold, x)), x, Op.ZerosLike(x));

    /// <summary>x moved towards 0 by the threshold, 0 within it.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="threshold">At least 0; 0.5 by default.</param>
    public static Tensor SoftShrink(Tensor x, double threshold = 0.5) =>
        Op.SelectV2(
            Op.Greater(x, Number(threshold, x)),
            x - threshold,
            Op.SelectV2(Op.Less(x, Number(-threshold, x)), x + threshold, Op.ZerosLike(x))
        );

    /// <summary>x where it is above the threshold, else the default value.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="threshold">The number that x must be above.</param>
    /// <param name="defaultValue">What stands in place of other numbers.</param>
    public static Tensor Threshold(Tensor x, double threshold, double defaultValue) =>
        Op.SelectV2(Op.Greater(x, Number(threshold, x)), x, Number(defaultValue, x));

    /// <summary>0 up to −1, (x + 1)² / 4 up to 1, then x.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor SparsePlus(Tensor x) =>
        Op.SelectV2(Op.LessEqual(x, Number(-1, x)), Op.ZerosLike(x), Op.SelectV2(Op.Less(x, Number(1, x)), 0.25 * Op.Square(x + 1), x));

    /// <summary>0 up to −1, (x + 1) / 2 up to 1, then 1.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor SparseSigmoid(Tensor x) =>
        Op.SelectV2(
            Op.LessEqual(x, Number(-1, x)),
            Number(0, x),
            Op.SelectV2(Op.GreaterEqual(x, Number(1, x)), Number(1, x), 0.5 * (x + 1))
        );

    private static Tensor Number(double value, Tensor like) => Op.Constant(value, like.DType);
}
