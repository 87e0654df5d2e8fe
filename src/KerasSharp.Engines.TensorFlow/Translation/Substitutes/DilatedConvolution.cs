using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>Convolutions with dilation as those without: zeros between the elements of the filter do the same.</summary>
internal static class DilatedConvolution
{
    /// <summary>The operation with a wider filter.</summary>
    public static Tensor? WithFilter(Operation operation)
    {
        if (Dilations(operation) is not { } dilations)
            return null;
        Tensor[] inputs = [operation.Inputs[0], Widen(operation.Inputs[1], dilations), .. operation.Inputs.Skip(2)];
        return Undilated(operation, inputs);
    }

    /// <summary>The gradient of the wider filter, of which only the elements at the places of the filter's are kept.</summary>
    public static Tensor? OfFilterGradient(Operation operation)
    {
        if (Dilations(operation) is not { } dilations)
            return null;
        var filter = operation.Outputs[0].Shape;
        var sizes = Op.Ints([.. filter.ToArray().Select((length, axis) => Wide(length, axis, dilations))]);
        var gradient = Undilated(operation, [operation.Inputs[0], sizes, operation.Inputs[2]]);
        int all = (1 << filter.Rank) - 1;
        var zeros = Op.Ints(new long[filter.Rank]);
        var steps = Op.Ints([.. Enumerable.Range(0, filter.Rank).Select(axis => Step(axis, dilations))]);
        return Op.StridedSlice(gradient, zeros, zeros, steps, beginMask: all, endMask: all);
    }

    /// <summary>The dilations of the spatial axes; null where there are none, or the filter's shape is unknown so that TensorFlow must answer.</summary>
    private static long[]? Dilations(Operation operation)
    {
        var dilations = operation.Attributes.Get<long[]>("dilations");
        var filter = operation.Type.Contains("BackpropFilter", StringComparison.Ordinal) ? operation.Outputs[0] : operation.Inputs[1];
        bool channelsLast = operation.Attributes.Get<string>("data_format").EndsWith('C');
        return Array.Exists(dilations, step => step > 1) && channelsLast && filter.Shape.IsDefined ? dilations[1..^1] : null;
    }

    private static Tensor Undilated(Operation operation, Tensor[] inputs) =>
        Repetition.Of(operation, inputs, ("dilations", operation.Attributes.Get<long[]>("dilations").Select(_ => 1L).ToArray()));

    /// <summary>The filter with zeros between its elements.</summary>
    private static Tensor Widen(Tensor filter, long[] dilations)
    {
        var dims = filter.Shape.ToArray();
        var apart = new List<long>();
        var joined = new List<long>();
        var paddings = new List<(long, long)>();
        for (int axis = 0; axis < dims.Length; axis++)
        {
            long step = Step(axis, dilations);
            apart.AddRange(axis < dilations.Length ? [dims[axis], 1] : [dims[axis]]);
            paddings.AddRange(axis < dilations.Length ? [(0, 0), (0, step - 1)] : [(0, 0)]);
            joined.Add(dims[axis] * step);
        }
        var spread = Op.Reshape(Op.Pad(Op.Reshape(filter, Op.Ints([.. apart])), paddings), Op.Ints([.. joined]));
        return Op.Slice(spread, new long[dims.Length], [.. dims.Select((length, axis) => Wide(length, axis, dilations))]);
    }

    private static long Wide(long length, int axis, long[] dilations) => (length - 1) * Step(axis, dilations) + 1;

    private static long Step(int axis, long[] dilations) => axis < dilations.Length ? dilations[axis] : 1;
}
