using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>The length of an axis: a number, or that of another tensor's axis, known only when the graph runs.</summary>
internal readonly record struct Length(long Value, Tensor? Source = null, int Axis = 0)
{
    public static implicit operator Length(long value) => new(value);

    /// <summary>The length of an axis of a tensor; a negative axis counts from the end.</summary>
    public static Length Of(Tensor tensor, int axis) => tensor.Shape[axis] is >= 0 and var known ? new(known) : new(-1, tensor, axis);

    /// <summary>The lengths of the axes of a tensor, from one to before another.</summary>
    public static IEnumerable<Length> Range(Tensor tensor, int start, int end) =>
        Enumerable.Range(start, end - start).Select(axis => Of(tensor, axis));

    /// <summary>The tensor under another shape; at most one length may be -1, to be found.</summary>
    public static Tensor Reshape(Tensor tensor, params IReadOnlyList<Length> lengths) =>
        lengths.Count(length => length.Value < 0) <= 1
            ? Op.Reshape(tensor, Op.Ints([.. lengths.Select(length => length.Value)]))
            : Op.Reshape(tensor, ShapeTensor(lengths));

    /// <summary>A shape as a vector of int32.</summary>
    public static Tensor ShapeTensor(params IReadOnlyList<Length> lengths) =>
        lengths.All(length => length.Source is null)
            ? Op.Ints([.. lengths.Select(length => length.Value)])
            : Op.Pack([
                .. lengths.Select(length => length.Source is { } source ? K.Dimension(source, length.Axis) : Op.Int((int)length.Value)),
            ]);
}
