using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>
/// What a <c>StridedSlice</c> takes from each axis of its input, after ellipsis, new axes, masks and negative indices are resolved.
/// </summary>
/// <param name="Begin">For each axis of the input the first index taken; meaningful where the length is known.</param>
/// <param name="Stride">For each axis of the input the step.</param>
/// <param name="Length">For each axis of the input the number of indices taken, -1 where unknown.</param>
/// <param name="OutputDims">The lengths of the output: new axes added, single indices dropped.</param>
internal sealed record StridedSliceSpec(long[] Begin, long[] Stride, long[] Length, long[] OutputDims)
{
    /// <summary>Resolves the arguments of a <c>StridedSlice</c> or its gradient against the sliced shape.</summary>
    /// <param name="shape">The shape that is sliced; its rank is known.</param>
    /// <param name="begin">The elements of the input begin, null where not known.</param>
    /// <param name="end">The elements of the input end, null where not known.</param>
    /// <param name="strides">The elements of the input strides.</param>
    /// <param name="attributes">The masks.</param>
    /// <exception cref="ShapeException">The arguments do not fit the shape.</exception>
    public static StridedSliceSpec Resolve(Shape shape, long?[]? begin, long?[]? end, long[] strides, Attributes attributes)
    {
        var masks = new StridedSliceMasks(attributes);
        int rank = shape.Rank;
        int taken = Enumerable.Range(0, strides.Length).Count(masks.TakesAxis);
        if (taken > rank)
            throw new ShapeException($"{taken} axes are indexed, but the shape {shape} has {rank}");
        var spec = new StridedSliceSpec(new long[rank], new long[rank], new long[rank], []);
        var output = new List<long>();
        int axis = 0;
        for (int i = 0; i < strides.Length; i++)
            if (masks.IsEllipsis(i))
                for (int n = rank - taken; n > 0; n--)
                    output.Add(spec.TakeAll(axis++, shape));
            else if (masks.IsNewAxis(i))
                output.Add(1);
            else if (masks.IsSingle(i))
                spec.TakeOne(axis++, shape, begin?[i]);
            else
                output.Add(
                    spec.TakeRange(
                        axis++,
                        shape,
                        masks.HasBegin(i) ? begin?[i] : 0,
                        masks.HasEnd(i) ? end?[i] : 0,
                        strides[i],
                        (masks.HasBegin(i), masks.HasEnd(i))
                    )
                );
        while (axis < rank)
            output.Add(spec.TakeAll(axis++, shape));
        return spec with { OutputDims = [.. output] };
    }

    private long TakeAll(int axis, Shape shape)
    {
        (Stride[axis], Length[axis]) = (1, shape[axis]);
        return shape[axis];
    }

    private void TakeOne(int axis, Shape shape, long? index)
    {
        (Stride[axis], Length[axis]) = (1, 1);
        if (index is not { } value || shape[axis] < 0)
            return;
        if (value < -shape[axis] || value >= shape[axis])
            throw new ShapeException($"index {value} lies outside axis {axis} of shape {shape}");
        Begin[axis] = value < 0 ? value + shape[axis] : value;
    }

    private long TakeRange(int axis, Shape shape, long? begin, long? end, long stride, (bool Begin, bool End) given)
    {
        if (stride == 0)
            throw new ShapeException($"the stride of axis {axis} is 0");
        Stride[axis] = stride;
        long length = shape[axis];
        if (length < 0 || begin is not { } from || end is not { } to)
            return Length[axis] = !given.Begin && !given.End && (stride is 1 or -1) ? length : -1;
        long low = stride > 0 ? 0 : -1;
        long high = stride > 0 ? length : length - 1;
        long first =
            given.Begin ? Math.Clamp(from < 0 ? from + length : from, low, high)
            : stride > 0 ? low
            : high;
        long last =
            given.End ? Math.Clamp(to < 0 ? to + length : to, low, high)
            : stride > 0 ? high
            : low;
        Begin[axis] = first;
        return Length[axis] = Math.Max(0, (last - first + stride - Math.Sign(stride)) / stride);
    }
}
