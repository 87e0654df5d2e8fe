using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition DynamicPartitionDefinition = new(
        "DynamicPartition(data: T, partitions: int32) -> outputs: num_partitions*T | num_partitions: int, T: type",
        InferDynamicPartition
    );

    /// <summary>The two ops that merge parts by index.</summary>
    internal static readonly Dictionary<string, OpDefinition> StitchDefinitions = Table(
        name => new OpDefinition($"{name}(indices: N*int32, data: N*T) -> merged: T | N: int, T: type", InferStitch),
        ["DynamicStitch", "ParallelDynamicStitch"]
    );

    /// <summary>The slices of a tensor dealt out to a number of parts.</summary>
    /// <param name="data">The tensor; its leading axes are those of <paramref name="partitions"/>.</param>
    /// <param name="partitions">For each slice the part it goes to, in [0, num).</param>
    /// <param name="numPartitions">The number of parts.</param>
    /// <param name="name">A name hint.</param>
    public static IReadOnlyList<Tensor> DynamicPartition(Tensor data, Tensor partitions, int numPartitions, string? name = null) =>
        MakeMany(DynamicPartitionDefinition, [data, partitions], new Attributes { ["num_partitions"] = numPartitions }, name);

    /// <summary>Slices put at given indices of one tensor; of those with an equal index the last counts.</summary>
    /// <param name="indices">For each part the indices of its slices.</param>
    /// <param name="data">The parts: the shape of the indices, followed by the shape of a slice.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor DynamicStitch(IReadOnlyList<Tensor> indices, IReadOnlyList<Tensor> data, string? name = null) =>
        Make(StitchDefinitions["DynamicStitch"], [.. indices, .. data], null, name);

    /// <summary>As <see cref="DynamicStitch"/>, where no index is given twice.</summary>
    public static Tensor ParallelDynamicStitch(IReadOnlyList<Tensor> indices, IReadOnlyList<Tensor> data, string? name = null) =>
        Make(StitchDefinitions["ParallelDynamicStitch"], [.. indices, .. data], null, name);

    private static Shape[] InferDynamicPartition(InferenceContext context)
    {
        var (data, partitions) = (context.Shape(0), context.Shape(1));
        var part = data.HasRank && partitions.HasRank ? Shape.Of(-1).Concat(data.Slice(partitions.Rank)) : Shape.Unknown;
        return [.. Enumerable.Repeat(part, (int)context.Attr<long>("num_partitions"))];
    }

    private static Shape[] InferStitch(InferenceContext context)
    {
        int count = context.InputCount / 2;
        var (indices, data) = (context.Shape(0), context.Shape(count));
        if (!indices.HasRank || !data.HasRank)
            return [Shape.Unknown];
        long length = 0;
        for (int i = 0; i < count && length >= 0; i++)
            length = context.Ints(i) is { } values ? values.Append(length - 1).Max() + 1 : -1;
        return [Shape.Of(length).Concat(data.Slice(indices.Rank))];
    }
}
