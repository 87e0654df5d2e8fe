using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

/// <summary>
/// Plans of TensorFlow's array ops that only move elements, on C-contiguous arrays. Where an op has a window into one of
/// the arrays, the plan comes with that window's first element.
/// </summary>
internal static class StridedPlans
{
    /// <summary>Strides of a C-contiguous array, in elements.</summary>
    public static long[] Strides(ReadOnlySpan<int> shape)
    {
        long[] strides = new long[shape.Length];
        long stride = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= shape[i];
        }

        return strides;
    }

    /// <summary>Transpose: axis i of the target is axis permutation[i] of the source.</summary>
    public static StridedPlan Transpose(ReadOnlySpan<int> shape, ReadOnlySpan<int> permutation)
    {
        long[] source = Strides(shape);
        int[] result = new int[shape.Length];
        long[] strides = new long[shape.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            result[i] = shape[permutation[i]];
            strides[i] = source[permutation[i]];
        }

        return StridedPlan.Create(Longs(result), strides, Strides(result));
    }

    /// <summary>BroadcastTo: axes of size 1 and missing leading axes are repeated.</summary>
    public static StridedPlan Broadcast(ReadOnlySpan<int> shape, ReadOnlySpan<int> result)
    {
        long[] source = Strides(shape);
        long[] strides = new long[result.Length];
        int missing = result.Length - shape.Length;
        for (int i = missing; i < result.Length; i++)
        {
            strides[i] = shape[i - missing] == 1 ? 0 : source[i - missing];
        }

        return StridedPlan.Create(Longs(result), strides, Strides(result));
    }

    /// <summary>Tile: axis i multiples[i] times over.</summary>
    public static StridedPlan Tile(ReadOnlySpan<int> shape, ReadOnlySpan<int> multiples)
    {
        int rank = shape.Length;
        long[] source = Strides(shape);
        long[] sizes = new long[2 * rank];
        long[] sourceStrides = new long[2 * rank];
        int[] split = new int[2 * rank];
        for (int i = 0; i < rank; i++)
        {
            split[2 * i] = multiples[i];
            split[2 * i + 1] = shape[i];
            sourceStrides[2 * i + 1] = source[i];
        }

        Longs(split).CopyTo(sizes, 0);
        return StridedPlan.Create(sizes, sourceStrides, Strides(split));
    }

    /// <summary>
    /// StridedSlice and Reverse: element begin[i] + k * step[i] of each axis for k below size[i]; steps may be negative.
    /// </summary>
    public static (StridedPlan Plan, long SourceOffset) Slice(
        ReadOnlySpan<int> shape,
        ReadOnlySpan<int> begin,
        ReadOnlySpan<int> size,
        ReadOnlySpan<int> step
    )
    {
        (long[] strides, long offset) = Window(shape, begin, step);
        return (StridedPlan.Create(Longs(size), strides, Strides(size)), offset);
    }

    /// <summary>
    /// The counterpart of <see cref="Slice"/>: puts a contiguous array of shape <paramref name="size"/> at a window of an array of
    /// shape <paramref name="shape"/>. So Pad's and Concat's inputs get to their places, and a slice's gradient to its own.
    /// </summary>
    public static (StridedPlan Plan, long TargetOffset) Place(
        ReadOnlySpan<int> shape,
        ReadOnlySpan<int> begin,
        ReadOnlySpan<int> size,
        ReadOnlySpan<int> step
    )
    {
        (long[] strides, long offset) = Window(shape, begin, step);
        return (StridedPlan.Create(Longs(size), Strides(size), strides), offset);
    }

    private static (long[] Strides, long Offset) Window(ReadOnlySpan<int> shape, ReadOnlySpan<int> begin, ReadOnlySpan<int> step)
    {
        long[] strides = Strides(shape);
        long offset = 0;
        for (int i = 0; i < shape.Length; i++)
        {
            offset += begin[i] * strides[i];
            strides[i] *= step[i];
        }

        return (strides, offset);
    }

    private static long[] Longs(ReadOnlySpan<int> values)
    {
        long[] result = new long[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            result[i] = values[i];
        }

        return result;
    }
}
