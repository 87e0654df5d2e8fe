using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ReverseV2Definition = new(
        "ReverseV2(tensor: T, axis: Tidx) -> output: T | Tidx: type = int32, T: type",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition ReverseSequenceDefinition = new(
        "ReverseSequence(input: T, seq_lengths: Tlen) -> output: T | seq_dim: int, batch_dim: int = 0, T: type, Tlen: type = int64",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition RollDefinition = new(
        "Roll(input: T, shift: Tshift, axis: Taxis) -> output: T | T: type, Tshift: type, Taxis: type",
        ShapeRules.SameAsFirst
    );

    /// <summary>A tensor with the order along some axes reversed.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="axis">The axes, a vector, each in [-R, R), none twice.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ReverseV2(Tensor tensor, Tensor axis, string? name = null) =>
        Make(ReverseV2Definition, [tensor, axis], null, name);

    /// <summary>A tensor with the order along some axes reversed.</summary>
    public static Tensor ReverseV2(Tensor tensor, params ReadOnlySpan<long> axis) => ReverseV2(tensor, Ints(axis));

    /// <summary>A tensor with the beginning of each sequence reversed and the rest left.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="seqLengths">For each index of the batch axis how many elements along the sequence axis are reversed.</param>
    /// <param name="seqDim">The sequence axis.</param>
    /// <param name="batchDim">The batch axis.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ReverseSequence(Tensor input, Tensor seqLengths, int seqDim, int batchDim = 0, string? name = null) =>
        Make(ReverseSequenceDefinition, [input, seqLengths], new Attributes { ["seq_dim"] = seqDim, ["batch_dim"] = batchDim }, name);

    /// <summary>A tensor with elements moved along axes, those that leave at one end coming in at the other.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="shift">How far, a scalar or a vector; negative moves toward the front.</param>
    /// <param name="axis">Along which axes, of the shape of <paramref name="shift"/>; shifts of an axis named twice add up.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Roll(Tensor input, Tensor shift, Tensor axis, string? name = null) =>
        Make(RollDefinition, [input, shift, axis], null, name);
}
