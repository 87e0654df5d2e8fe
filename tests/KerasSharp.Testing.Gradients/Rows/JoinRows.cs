using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Ops that join tensors or take them apart.</summary>
internal static class JoinRows
{
    public static GradientRows Rows =>
        new()
        {
            { "Pack", [In(2, 3), In(2, 3)], x => Pack(x) },
            { "Pack", "on a middle axis, one twice", [In(2, 3), In(2, 3)], x => Pack([x[0], x[1], x[0]], axis: 1) },
            { "Unpack", "", [In(2, 3)], x => Unpack(x[0], 2) },
            { "Unpack", "the last axis", [In(2, 3)], x => Unpack(x[0], 3, axis: -1) },
            { "Unpack", "of which one is used", [In(3, 2)], x => [Unpack(x[0], 3)[1]] },
            { "ConcatV2", [In(2, 1), In(2, 3), In(2, 2)], x => ConcatV2(x, 1) },
            { "ConcatV2", "the last axis", [In(2, 2, 1), In(2, 2, 2)], x => ConcatV2(x, -1) },
            { "ConcatV2", "of one", [In(2, 2)], x => ConcatV2(x, 0) },
            { "Concat", [In(1, 2), In(3, 2)], x => Concat(Int(0), x) },
            { "Concat", "of one", [In(1, 2)], x => Concat(Int(0), x) },
            { "Split", "", [In(2, 6)], x => Split(1, x[0], 3) },
            { "Split", "of which one is used", [In(4, 2)], x => [Split(0, x[0], 2)[1]] },
            { "SplitV", "", [In(2, 6)], x => SplitV(x[0], [1, 3, 2], -1) },
            { "DynamicPartition", "", [In(4, 2)], x => DynamicPartition(x[0], Ints(1, 0, 1, 2), 3) },
            { "DynamicPartition", "an empty part", [In(3)], x => DynamicPartition(x[0], Ints(2, 0, 2), 3) },
            { "DynamicStitch", [In(2, 2), In(3, 2)], x => DynamicStitch([Ints(4, 1), Ints(0, 3, 2)], x) },
            { "ParallelDynamicStitch", [In(2, 2), In(3, 2)], x => ParallelDynamicStitch([Ints(4, 1), Ints(0, 3, 2)], x) },
        };
}
