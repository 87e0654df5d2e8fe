using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Ops that move, pick, pad or repeat elements.</summary>
internal static class ArrayRows
{
    public static GradientRows Rows => [.. Moving, .. Slicing, .. Picking, .. Diagonals];

    private static GradientRows Moving =>
        new()
        {
            { "Reshape", [In(2, 6)], x => Reshape(x[0], 3, 4) },
            { "Reshape", "to what remains", [In(2, 6)], x => Reshape(x[0], 4, -1) },
            { "Transpose", [In(2, 3, 4)], x => Transpose(x[0], 2, 0, 1) },
            { "Squeeze", [In(1, 3, 1)], x => Squeeze(x[0]) },
            { "Squeeze", "one axis", [In(1, 3, 1)], x => Squeeze(x[0], -1) },
            { "ExpandDims", [In(2, 3)], x => ExpandDims(x[0], 1) },
            { "ExpandDims", "at the end", [In(2, 3)], x => ExpandDims(x[0], -1) },
            { "ReverseV2", [In(2, 3, 2)], x => ReverseV2(x[0], 0, -1) },
            { "ReverseSequence", [In(3, 4)], x => ReverseSequence(x[0], Ints(1, 4, 3), seqDim: 1) },
            { "ReverseSequence", "time first", [In(4, 2, 2)], x => ReverseSequence(x[0], Ints(2, 3), seqDim: 0, batchDim: 1) },
            { "Roll", [In(3, 4)], x => Roll(x[0], Ints(1, -2), Ints(0, 1)) },
            { "SpaceToDepth", [In(1, 4, 2, 2)], x => SpaceToDepth(x[0], 2) },
            { "SpaceToDepth", "NCHW", [In(1, 2, 4, 2)], x => SpaceToDepth(x[0], 2, "NCHW") },
            { "DepthToSpace", [In(1, 2, 1, 8)], x => DepthToSpace(x[0], 2) },
            { "DepthToSpace", "NCHW", [In(1, 8, 2, 1)], x => DepthToSpace(x[0], 2, "NCHW") },
            { "SpaceToBatchND", [In(2, 3, 3, 1)], x => SpaceToBatchND(x[0], Ints(2, 2), Pairs(0, 1, 1, 0)) },
            { "BatchToSpaceND", [In(4, 2, 2, 2)], x => BatchToSpaceND(x[0], Ints(2, 2), Pairs(0, 1, 1, 0)) },
            { "EnsureShape", [In(2, 3)], x => EnsureShape(x[0], Shape.Of(-1, 3)) },
            { "Snapshot", [In(2, 3)], x => Snapshot(x[0]) },
            { "CheckNumerics", [In(2, 3)], x => CheckNumerics(x[0], "a row of the table") },
            { "Fill", [In()], x => Fill(Ints(2, 3), x[0]) },
            { "BroadcastTo", [In(2, 1)], x => BroadcastTo(x[0], Ints(3, 2, 4)) },
            { "BroadcastTo", "to itself", [In(2, 2)], x => BroadcastTo(x[0], Ints(2, 2)) },
            { "Tile", [In(2, 3)], x => Tile(x[0], 2, 3) },
            { "Tile", "once", [In(2, 3)], x => Tile(x[0], 1, 1) },
        };

    private static GradientRows Slicing =>
        new()
        {
            { "Slice", [In(3, 4)], x => Slice(x[0], [1, 0], [2, 3]) },
            { "Slice", "to the end", [In(3, 4)], x => Slice(x[0], [1, 2], [-1, -1]) },
            { "StridedSlice", [In(4, 6)], x => StridedSlice(x[0], Ints(1, 0), Ints(3, 6), Ints(1, 2)) },
            { "StridedSlice", "backwards, masks", [In(4, 5)], x => StridedSlice(x[0], Ints(3, 0), Ints(0, 2), Ints(-2, 1), 2, 1) },
            {
                "StridedSlice",
                "new and dropped axes",
                [In(3, 2, 4)],
                x => StridedSlice(x[0], Ints(0, 0, 1), Ints(0, 0, 2), Ints(1, 1, 1), 0, 0, 1, 2, 4)
            },
            { "StridedSliceGrad", [In(2, 2)], x => StridedSliceGrad(Ints(3, 4), Ints(1, 0), Ints(3, 4), Ints(1, 2), x[0]) },
            {
                "StridedSliceGrad",
                "dropped axis",
                [In(4)],
                x => StridedSliceGrad(Ints(3, 4), Ints(-1, 0), Ints(0, 0), Ints(1, 1), x[0], 2, 2, 0, 0, 1)
            },
            { "Pad", [In(2, 3)], x => Pad(x[0], [(1, 0), (2, 1)]) },
            { "PadV2", [In(2, 3)], x => PadV2(x[0], Pairs(1, 0, 2, 1), Constant(2.5, DType.Float64)) },
            { "MirrorPad", "reflect", [In(3, 4)], x => MirrorPad(x[0], Pairs(2, 1, 3, 0), "REFLECT") },
            { "MirrorPad", "symmetric", [In(3, 2)], x => MirrorPad(x[0], Pairs(3, 1, 2, 2), "SYMMETRIC") },
            { "MirrorPadGrad", "reflect", [In(6, 7)], x => MirrorPadGrad(x[0], Pairs(2, 1, 3, 0), "REFLECT") },
            { "MirrorPadGrad", "symmetric", [In(7, 6)], x => MirrorPadGrad(x[0], Pairs(3, 1, 2, 2), "SYMMETRIC") },
        };

    private static GradientRows Picking =>
        new()
        {
            { "Gather", "an index twice", [In(3, 2)], x => Gather(x[0], Ints(2, 0, 2)) },
            { "GatherV2", "an index twice", [In(4, 2)], x => GatherV2(x[0], Ints(3, 1, 3)) },
            { "GatherV2", "a middle axis", [In(2, 3, 2)], x => GatherV2(x[0], Table(2, 2, 0, 2, 2, 1), axis: 1) },
            { "GatherV2", "the last axis, a scalar index", [In(2, 3)], x => GatherV2(x[0], Int(1), axis: -1) },
            { "GatherV2", "in batches", [In(2, 3, 2)], x => GatherV2(x[0], Table(2, 3, 0, 2, 2, 1, 1, 1), axis: 1, batchDims: 1) },
            { "GatherV2", "in batches, a later axis", [In(2, 2, 3)], x => GatherV2(x[0], Table(2, 2, 0, 2, 2, 1), axis: 2, batchDims: 1) },
            { "GatherNd", "an index twice", [In(3, 2)], x => GatherNd(x[0], Table(3, 2, 2, 1, 0, 0, 2, 1)) },
            { "GatherNd", "rows", [In(3, 2)], x => GatherNd(x[0], Table(2, 1, 2, 0)) },
            { "ScatterNd", "an index twice", [In(3, 2)], x => ScatterNd(Table(3, 1, 3, 0, 3), x[0], Ints(4, 2)) },
            { "TensorScatterAdd", "an index twice", [In(4, 2), In(3, 2)], x => TensorScatterAdd(x[0], Table(3, 1, 3, 0, 3), x[1]) },
            { "TensorScatterSub", "an index twice", [In(4, 2), In(3, 2)], x => TensorScatterSub(x[0], Table(3, 1, 3, 0, 3), x[1]) },
            { "TensorScatterUpdate", [In(4, 2), In(2, 2)], x => TensorScatterUpdate(x[0], Table(2, 1, 3, 0), x[1]) },
            { "TensorScatterMax", "an index twice", [In(4, 2), In(3, 2)], x => TensorScatterMax(x[0], Table(3, 1, 3, 0, 3), x[1]) },
            { "TensorScatterMin", "an index twice", [In(4, 2), In(3, 2)], x => TensorScatterMin(x[0], Table(3, 1, 3, 0, 3), x[1]) },
        };

    private static GradientRows Diagonals =>
        new()
        {
            { "Diag", [In(2, 2)], x => Diag(x[0]) },
            { "DiagPart", [In(2, 2, 2, 2)], x => DiagPart(x[0]) },
            { "MatrixDiag", [In(2, 3)], x => MatrixDiag(x[0]) },
            { "MatrixDiagPart", [In(2, 2, 3)], x => MatrixDiagPart(x[0]) },
            { "MatrixSetDiag", [In(2, 2, 3), In(2, 2)], x => MatrixSetDiag(x[0], x[1]) },
            { "MatrixBandPart", [In(2, 3, 4)], x => MatrixBandPart(x[0], Constant(1, DType.Int64), Constant(0, DType.Int64)) },
            { "MatrixBandPart", "all above", [In(3, 3)], x => MatrixBandPart(x[0], Constant(0, DType.Int64), Constant(-1, DType.Int64)) },
            { "MatrixDiagV3", "above the middle", [In(2, 3)], x => MatrixDiagV3(x[0], Int(1), Int(-1), Int(-1), Zero) },
            { "MatrixDiagV3", "a band", [In(3, 3)], x => MatrixDiagV3(x[0], Ints(-1, 1), Int(3), Int(3), Zero, "LEFT_RIGHT") },
            { "MatrixDiagPartV3", "below the middle", [In(2, 3, 4)], x => MatrixDiagPartV3(x[0], Int(-1), Zero) },
            { "MatrixDiagPartV3", "a band", [In(3, 3)], x => MatrixDiagPartV3(x[0], Ints(-1, 1), Zero, "LEFT_RIGHT") },
            { "MatrixSetDiagV3", "above the middle", [In(2, 3, 4), In(2, 3)], x => MatrixSetDiagV3(x[0], x[1], Int(1)) },
            { "MatrixSetDiagV3", "a band", [In(3, 3), In(2, 3)], x => MatrixSetDiagV3(x[0], x[1], Ints(0, 1)) },
        };

    private static Tensor Zero => Constant(0, DType.Float64);

    private static Tensor Pairs(params long[] numbers) => Table(numbers.Length / 2, 2, numbers);

    private static Tensor Table(int rows, int columns, params long[] numbers) => Reshape(Ints(numbers), rows, columns);
}
