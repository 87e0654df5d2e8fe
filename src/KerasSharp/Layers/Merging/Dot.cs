using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The products of the vectors that two inputs hold along an axis, sample by sample.</summary>
public sealed class Dot : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="axes">The axis of both inputs, or one each; the batch is axis 0.</param>
    /// <param name="normalize">Whether the vectors are brought to length 1 first, which gives cosines. False by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">There are more than two axes.</exception>
    public Dot(Sizes axes, bool normalize = false, string? name = null)
        : base(name)
    {
        if (this.NotNull(axes).Count is not (1 or 2))
            throw this.Wrong(nameof(axes), $"must be one axis or two; got ({string.Join(", ", axes)}). Give the axis of each input.");
        (Axes, Normalize, SupportsMasking) = (axes, normalize, true);
    }

    /// <summary>The axis of both inputs, or one each.</summary>
    public Sizes Axes { get; }

    /// <summary>Whether the vectors are brought to length 1 first.</summary>
    public bool Normalize { get; }

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<Shape> inputShapes)
    {
        if (inputShapes.Count != 2)
            throw new ArgumentException($"Layer '{Name}' (Dot) expects exactly 2 inputs; {inputShapes.Count} came.");
        var (x, y) = (inputShapes[0], inputShapes[1]);
        var (first, second) = (AxisOf(0, x.Rank), AxisOf(1, y.Rank));
        if (x[first] >= 0 && y[second] >= 0 && x[first] != y[second])
            throw new ArgumentException(
                $"Layer '{Name}' (Dot): axis {first} of {x} and axis {second} of {y} must have equal lengths. Choose other axes."
            );
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        var (x, y) = (inputs[0], inputs[1]);
        var (first, second) = (AxisOf(0, x.Rank), AxisOf(1, y.Rank));
        if (Normalize)
            (x, y) = (K.L2Normalize(x, [first]), K.L2Normalize(y, [second]));
        var left = Rows(x, first);
        var right = Rows(y, second);
        var product = Op.BatchMatMulV2(left, right, adjY: true);
        Length[] lengths = [Length.Of(x, 0), .. Others(x, first), .. Others(y, second)];
        return [Length.Reshape(product, lengths.Length == 1 ? [lengths[0], 1] : lengths)];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) => [];

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig().With(new Config { ["axes"] = Axes.Count == 1 ? (object)Axes[0] : Axes, ["normalize"] = Normalize });

    internal static Dot Read(Config config) => new(config.Get<int[]>("axes", [-1]), config.Get("normalize", false));

    private int AxisOf(int input, int rank)
    {
        int axis = Axes[Axes.Count == 1 ? 0 : input];
        return this.AxisOf(rank, axis, "axes") is > 0 and var counted
            ? counted
            : throw this.Wrong("axes", "must not name axis 0, which is the batch; got 0. Choose an axis from 1 on.");
    }

    /// <summary>[batch, everything else, axis].</summary>
    private static Tensor Rows(Tensor x, int axis)
    {
        var order = Enumerable.Range(0, x.Rank).Where(i => i != axis).Append(axis).Select(i => (long)i).ToArray();
        var moved = axis == x.Rank - 1 ? x : Op.Transpose(x, order);
        if (x.Rank == 3)
            return moved;
        long size = x.Rank == 2 ? 1 : moved.Shape.Slice(1, x.Rank - 2).Size;
        return Length.Reshape(moved, [Length.Of(moved, 0), size, Length.Of(moved, -1)]);
    }

    private static IEnumerable<Length> Others(Tensor x, int axis) => Length.Range(x, 1, x.Rank).Where((_, i) => i + 1 != axis);
}
