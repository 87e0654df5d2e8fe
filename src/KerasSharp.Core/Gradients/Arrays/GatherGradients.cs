using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of gathers: what was read is added up where it was read from.</summary>
internal static class GatherGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["GatherV2"] = context => [Scatter(context, context.Input(2), (int)context.Attr<long>("batch_dims")), null, null],
        ["Gather"] = context => [Scatter(context, Op.Int(0), 0), null],
        ["GatherNd"] = context =>
            [Op.ScatterNd(context.Input(1), context.Gradient(), Op.Cast(Op.ShapeOf(context.Input(0)), context.Input(1).DType)), null],
    };

    /// <summary>
    /// With params [batch, outer, n, inner] and indices [batch, count] the gradient [batch, outer, count, inner] is summed into the n
    /// rows of each batch.
    /// </summary>
    private static Tensor Scatter(GradientContext context, Tensor axis, int batchDims)
    {
        var (parameters, indices) = (context.Input(0), context.Input(1));
        int batchAxes = batchDims < 0 ? batchDims + indices.Rank : batchDims;
        var batch = ShapeMath.Product(parameters, 0, batchAxes);
        var count = ShapeMath.Product(indices, batchAxes, indices.Rank);
        var (outer, length, inner) = Around(parameters, axis, batchAxes);
        bool isSwapped = ConstantInts.Evaluate(outer) is not [1];
        var gradient = Op.Reshape(context.Gradient(), ShapeMath.Vector(batch, outer, count, inner));
        if (isSwapped)
            gradient = Op.Transpose(gradient, 0, 2, 1, 3);
        var rows = Op.Reshape(gradient, ShapeMath.Vector(ShapeMath.Times(batch, count), outer, inner));
        var summed = Op.UnsortedSegmentSum(rows, Rows(indices, batchAxes, batch, count, length), ShapeMath.Times(batch, length));
        if (isSwapped)
            summed = Op.Transpose(Op.Reshape(summed, ShapeMath.Vector(batch, length, outer, inner)), 0, 2, 1, 3);
        return Op.Reshape(summed, Op.ShapeOf(parameters));
    }

    /// <summary>The number of elements before the axis (after the batch), along it and after it.</summary>
    private static (Tensor Outer, Tensor Length, Tensor Inner) Around(Tensor parameters, Tensor axisInput, int batchAxes)
    {
        if (ConstantInts.Evaluate(axisInput) is [var value])
        {
            int known = ShapeRules.Axis(value, parameters.Rank);
            return (
                ShapeMath.Product(parameters, batchAxes, known),
                ShapeMath.Length(parameters, known),
                ShapeMath.Product(parameters, known + 1, parameters.Rank)
            );
        }
        var axis = Op.FloorMod(Op.Reshape(Op.Cast(axisInput, DType.Int32), 1), Op.Rank(parameters));
        return (
            Lengths(parameters, Op.Ints(batchAxes), axis - batchAxes),
            Lengths(parameters, axis, Op.Ints(1)),
            Lengths(parameters, axis + 1, Op.Ints(-1))
        );
    }

    private static Tensor Lengths(Tensor tensor, Tensor begin, Tensor size) =>
        Op.Prod(Op.Slice(Op.ShapeOf(tensor), begin, size), Op.Ints(0));

    /// <summary>The indices as row numbers over all batches, a vector.</summary>
    private static Tensor Rows(Tensor indices, int batchAxes, Tensor batch, Tensor count, Tensor length)
    {
        if (batchAxes == 0)
            return Op.Reshape(indices, -1);
        var first = Op.Cast(Op.Mul(Op.Range(Op.Int(0), batch, Op.Int(1)), length), indices.DType);
        return Op.Reshape(Op.AddV2(Op.Reshape(indices, ShapeMath.Vector(batch, count)), Op.ExpandDims(first, 1)), -1);
    }
}
