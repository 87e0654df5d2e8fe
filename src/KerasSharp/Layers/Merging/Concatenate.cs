using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Its inputs one after the other along an axis.</summary>
public sealed class Concatenate : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="axis">The axis; the last by default.</param>
    /// <param name="name">The layer's name.</param>
    public Concatenate(int axis = -1, string? name = null)
        : base(name) => (Axis, SupportsMasking) = (axis, true);

    /// <summary>The axis.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<Shape> inputShapes)
    {
        int rank = inputShapes[0].Rank;
        int axis = Axis < 0 ? Axis + rank : Axis;
        if (
            axis < 0
            || axis >= rank
            || inputShapes.Any(shape => shape.Rank != rank || !shape.With(axis, -1).IsCompatibleWith(inputShapes[0].With(axis, -1)))
        )
            throw new ArgumentException(
                $"Layer '{Name}' (Concatenate) expects inputs of equal shapes except along axis {Axis}; got {string.Join(", ", inputShapes)}."
            );
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context) => [Op.ConcatV2(inputs, Axis)];

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks)
    {
        if (masks.All(mask => mask is null))
            return [];
        var joined = Op.ConcatV2([.. inputs.Select((input, i) => FullMask(input, masks[i]))], Axis);
        return [Op.Any(joined, Op.Ints(-1))];
    }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["axis"] = Axis });

    internal static Concatenate Read(Config config) => new(config.Get("axis", -1));

    /// <summary>A mask of the input's own shape: true where it has none.</summary>
    private static Tensor FullMask(Tensor input, Tensor? mask)
    {
        var all = Op.Equal(Op.ZerosLike(input), Op.Constant(0, input.DType));
        return mask is null ? all
            : mask.Rank < input.Rank ? Op.LogicalAnd(Op.ExpandDims(mask, -1), all)
            : mask;
    }
}
