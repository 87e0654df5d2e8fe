using KerasSharp.Ops;

namespace KerasSharp;

/// <summary>Composites of graph operations, in the manner of Keras's backend functions.</summary>
public static partial class K
{
    /// <summary>The small number that keeps divisions and logarithms finite: 1e-7.</summary>
    public const double Epsilon = 1e-7;

    /// <summary>The sum over axes; over all where <paramref name="axes"/> is null.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor Sum(Tensor x, int[]? axes = null, bool keepDims = false) => Op.Sum(x, AxesOf(x, axes), keepDims);

    /// <summary>The mean over axes; over all where <paramref name="axes"/> is null.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor Mean(Tensor x, int[]? axes = null, bool keepDims = false) => Op.Mean(x, AxesOf(x, axes), keepDims);

    /// <summary>The largest element over axes; over all where <paramref name="axes"/> is null.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor Max(Tensor x, int[]? axes = null, bool keepDims = false) => Op.Max(x, AxesOf(x, axes), keepDims);

    /// <summary>The smallest element over axes; over all where <paramref name="axes"/> is null.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor Min(Tensor x, int[]? axes = null, bool keepDims = false) => Op.Min(x, AxesOf(x, axes), keepDims);

    /// <summary>The product over axes; over all where <paramref name="axes"/> is null.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor Prod(Tensor x, int[]? axes = null, bool keepDims = false) => Op.Prod(x, AxesOf(x, axes), keepDims);

    /// <summary>The mean of (x − mean)² over axes.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor Variance(Tensor x, int[]? axes = null, bool keepDims = false) =>
        Mean(Op.Square(x - Mean(x, axes, keepDims: true)), axes, keepDims);

    /// <summary>The square root of the <see cref="Variance"/>.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor Std(Tensor x, int[]? axes = null, bool keepDims = false) => Op.Sqrt(Variance(x, axes, keepDims));

    /// <summary>x held between two numbers; the gradient is 0 outside, and passes at the ends.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value, at least the least.</param>
    public static Tensor Clip(Tensor x, double min, double max) =>
        Op.Maximum(Op.Minimum(x, Op.Constant(max, x.DType)), Op.Constant(min, x.DType));

    /// <summary>x divided by its length along axes, which is taken to be at least sqrt(<paramref name="epsilon"/>).</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes along which vectors lie; negative ones count from the end.</param>
    /// <param name="epsilon">The least square of a length; 1e-12 by default.</param>
    public static Tensor L2Normalize(Tensor x, int[] axes, double epsilon = 1e-12) =>
        x * Op.Rsqrt(Op.Maximum(Sum(Op.Square(x), axes, keepDims: true), Op.Constant(epsilon, x.DType)));

    /// <summary>log Σ exp(x) over axes, without overflow.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the end; all by default.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1; false by default.</param>
    public static Tensor LogSumExp(Tensor x, int[]? axes = null, bool keepDims = false)
    {
        var max = Max(x, axes, keepDims: true);
        max = Op.StopGradient(Op.SelectV2(Op.IsFinite(max), max, Op.ZerosLike(max)));
        var result = Op.Log(Sum(Op.Exp(x - max), axes, keepDims: true)) + max;
        return keepDims ? result : Op.Squeeze(result, [.. (axes ?? [.. Enumerable.Range(0, x.Rank)]).Select(axis => (long)axis)]);
    }

    private static Tensor AxesOf(Tensor x, int[]? axes) =>
        axes is not null ? Op.Ints([.. axes.Select(axis => (long)axis)])
        : x.Shape.HasRank ? Op.Ints([.. Enumerable.Range(0, x.Rank)])
        : Op.Range(Op.Int(0), Op.Rank(x), Op.Int(1));
}
