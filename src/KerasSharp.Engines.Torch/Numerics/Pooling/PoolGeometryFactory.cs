namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Geometries from the attributes of TensorFlow's pooling ops, channels last.</summary>
internal static class PoolGeometryFactory
{
    /// <summary>
    /// From an input shape of rank 3 to 5 and <c>ksize</c>, <c>strides</c>, <c>padding</c> (VALID, SAME, EXPLICIT) and
    /// <c>explicit_paddings</c> (two a dimension), each with an entry for every dimension. A window over the channels alone is
    /// a pooling along one axis of one channel: its output has the same elements in the same order.
    /// </summary>
    public static PoolGeometry Create(
        ReadOnlySpan<int> shape,
        ReadOnlySpan<int> window,
        ReadOnlySpan<int> strides,
        string padding,
        ReadOnlySpan<int> explicitPaddings = default
    )
    {
        int rank = shape.Length;
        Check(shape, window, strides, padding, explicitPaddings);
        if (window[^1] == 1 && strides[^1] == 1)
        {
            return new(
                shape[0],
                rank < 5 ? PoolAxis.None : Axis(shape, window, strides, padding, explicitPaddings, rank - 4),
                rank < 4 ? PoolAxis.None : Axis(shape, window, strides, padding, explicitPaddings, rank - 3),
                Axis(shape, window, strides, padding, explicitPaddings, rank - 2),
                shape[^1]
            );
        }

        int cells = 1;
        for (int i = 0; i < rank - 1; i++)
        {
            if (window[i] != 1 || strides[i] != 1)
            {
                throw new NotSupportedException("Pooling over channels and space at once is not supported.");
            }

            cells *= shape[i];
        }

        PoolAxis channels = Axis(shape, window, strides, padding, explicitPaddings, rank - 1);
        return new(cells, PoolAxis.None, PoolAxis.None, channels, 1);
    }

    private static PoolAxis Axis(
        ReadOnlySpan<int> shape,
        ReadOnlySpan<int> window,
        ReadOnlySpan<int> strides,
        string padding,
        ReadOnlySpan<int> explicitPaddings,
        int axis
    ) =>
        padding switch
        {
            "VALID" => PoolAxis.Valid(shape[axis], window[axis], strides[axis]),
            "SAME" => PoolAxis.Same(shape[axis], window[axis], strides[axis]),
            _ => PoolAxis.Explicit(shape[axis], window[axis], strides[axis], explicitPaddings[2 * axis], explicitPaddings[2 * axis + 1]),
        };

    private static void Check(
        ReadOnlySpan<int> shape,
        ReadOnlySpan<int> window,
        ReadOnlySpan<int> strides,
        string padding,
        ReadOnlySpan<int> explicitPaddings
    )
    {
        int rank = shape.Length;
        if (rank is < 3 or > 5 || window.Length != rank || strides.Length != rank)
        {
            throw new ArgumentException(
                $"Pooling needs an input of rank 3 to 5 and a window and strides of as many entries, but has {rank}, {window.Length} and {strides.Length}."
            );
        }

        if (window[0] != 1 || strides[0] != 1)
        {
            throw new NotSupportedException("Pooling over the batch is not supported; ksize[0] and strides[0] must be 1.");
        }

        if (padding is not ("VALID" or "SAME" or "EXPLICIT"))
        {
            throw new ArgumentException($"padding must be VALID, SAME or EXPLICIT, but is {padding}.");
        }

        if (padding == "EXPLICIT" && explicitPaddings.Length != 2 * rank)
        {
            throw new ArgumentException($"explicit_paddings needs {2 * rank} entries, but has {explicitPaddings.Length}.");
        }
    }
}
