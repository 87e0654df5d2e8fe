using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of ops that join tensors or take them apart.</summary>
internal static class JoinGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["Pack"] = context => Op.Unpack(context.Gradient(), context.InputCount, (int)context.Attr<long>("axis")),
        ["Unpack"] = context => [Op.Pack(Gradients(context), (int)context.Attr<long>("axis"))],
        ["ConcatV2"] = context => [.. Parts(context, 0, context.InputCount - 1), null],
        ["Concat"] = context => [null, .. Parts(context, 1, 0)],
        ["Split"] = context => [null, Op.ConcatV2(Gradients(context), context.Input(0))],
        ["SplitV"] = context => [Op.ConcatV2(Gradients(context), context.Input(2)), null, null],
        ["DynamicPartition"] = DynamicPartition,
        ["DynamicStitch"] = Stitch,
        ["ParallelDynamicStitch"] = Stitch,
    };

    private static Tensor[] Gradients(GradientContext context) =>
        [.. Enumerable.Range(0, context.Operation.Outputs.Count).Select(context.Gradient)];

    private static IReadOnlyList<Tensor> Parts(GradientContext context, int first, int axisInput)
    {
        int count = context.InputCount - 1;
        if (count == 1)
            return [context.Gradient()];
        var inputs = Enumerable.Range(first, count).Select(context.Input).ToArray();
        if (ConstantInts.Evaluate(context.Input(axisInput)) is not [var axis])
            return Slices(context, inputs, context.Input(axisInput));
        var lengths = inputs.Select(input => ShapeMath.Length(input, (int)axis)).ToArray();
        return Op.SplitV(context.Gradient(), ShapeMath.Vector(lengths), context.Input(axisInput), count);
    }

    /// <summary>The parts where only a run knows the axis.</summary>
    private static IReadOnlyList<Tensor> Slices(GradientContext context, Tensor[] inputs, Tensor axis)
    {
        var shapes = inputs.Select(input => Op.ShapeOf(input)).ToArray();
        var offsets = Op.ConcatOffset(Op.FloorMod(Op.Cast(axis, DType.Int32), Op.Rank(inputs[0])), shapes);
        return [.. shapes.Select((shape, i) => Op.Slice(context.Gradient(), offsets[i], shape))];
    }

    private static IReadOnlyList<Tensor?> DynamicPartition(GradientContext context)
    {
        var (data, partitions) = (context.Input(0), context.Input(1));
        var shape = Op.ShapeOf(partitions);
        var indices = Op.Reshape(Op.Range(Op.Int(0), Op.Size(partitions), Op.Int(1)), shape);
        var sources = Op.DynamicPartition(indices, partitions, context.Operation.Outputs.Count);
        return [Op.Reshape(Op.ParallelDynamicStitch(sources, Gradients(context)), Op.ShapeOf(data)), null];
    }

    private static IReadOnlyList<Tensor?> Stitch(GradientContext context)
    {
        int count = context.InputCount / 2;
        var gradients = Enumerable.Range(0, count).Select(i => Op.GatherV2(context.Gradient(), context.Input(i), 0));
        return [.. Enumerable.Repeat<Tensor?>(null, count), .. gradients];
    }
}
