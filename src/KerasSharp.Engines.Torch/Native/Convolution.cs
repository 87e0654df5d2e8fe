namespace KerasSharp.Engines.Torch.Native;

/// <summary>
/// Convolutions of libtorch (oneDNN on x64) over TensorFlow's layout: inputs [batch, spatial…, channels], filters [spatial…, in / groups, out].
/// libtorch gets views with its own order of dimensions; channels stay innermost in memory, so nothing is copied.
/// </summary>
internal sealed unsafe class Convolution(DType dtype, long[] strides, long[] padding, long[] dilations, long groups)
{
    /// <summary>The convolution, or with <paramref name="x"/> a larger array that has been padded. The result's memory is [batch, spatial…, out].</summary>
    /// <param name="x">The input's address.</param>
    /// <param name="xShape">Its shape.</param>
    /// <param name="filter">The filter's address.</param>
    /// <param name="filterShape">Its shape.</param>
    public TensorHandle Forward(nint x, ReadOnlySpan<long> xShape, nint filter, ReadOnlySpan<long> filterShape)
    {
        using var input = Channels(x, xShape);
        using var weight = Filter(filter, filterShape);
        fixed (long* s = strides)
        fixed (long* p = padding)
        fixed (long* d = dilations)
        {
            long* zeros = stackalloc long[3];
            new Span<long>(zeros, 3).Clear();
            int n = strides.Length;
            int error = TorchNative.aoti_torch_cpu_convolution(
                input.Raw,
                weight.Raw,
                null,
                s,
                n,
                p,
                n,
                d,
                n,
                0,
                zeros,
                n,
                groups,
                out nint result
            );
            TorchNative.Check(error, $"convolution of {Text(xShape)} by {Text(filterShape)}");
            return new TensorHandle(result);
        }
    }

    /// <summary>The gradient of the input. Its memory is the input's layout, if <see cref="IsChannelsLast"/>.</summary>
    public TensorHandle InputGradient(
        nint gradient,
        ReadOnlySpan<long> gradientShape,
        nint x,
        ReadOnlySpan<long> xShape,
        nint filter,
        ReadOnlySpan<long> filterShape
    ) => Backward(gradient, gradientShape, x, xShape, filter, filterShape, wantsInput: true);

    /// <summary>The gradient of the filter, of sizes [out, in, spatial…] with strides of libtorch's choice.</summary>
    public TensorHandle FilterGradient(
        nint gradient,
        ReadOnlySpan<long> gradientShape,
        nint x,
        ReadOnlySpan<long> xShape,
        nint filter,
        ReadOnlySpan<long> filterShape
    ) => Backward(gradient, gradientShape, x, xShape, filter, filterShape, wantsInput: false);

    /// <summary>Whether a tensor [batch, channels, spatial…] has its channels innermost and no gaps, so that its memory is [batch, spatial…, channels].</summary>
    public static bool IsChannelsLast(TensorHandle tensor)
    {
        var sizes = tensor.Sizes;
        var strides = tensor.Strides;
        long expected = sizes[1];
        if (sizes[1] != 1 && strides[1] != 1)
            return false;
        for (int i = sizes.Length - 1; i >= 2; expected *= sizes[i], i--)
            if (sizes[i] != 1 && strides[i] != expected)
                return false;
        return sizes[0] == 1 || strides[0] == expected;
    }

    private TensorHandle Backward(
        nint gradient,
        ReadOnlySpan<long> gradientShape,
        nint x,
        ReadOnlySpan<long> xShape,
        nint filter,
        ReadOnlySpan<long> filterShape,
        bool wantsInput
    )
    {
        using var dy = Channels(gradient, gradientShape);
        using var input = Channels(x, xShape);
        using var weight = wantsInput ? Filter(filter, filterShape) : RowOrderFilter(filter, filterShape);
        fixed (long* s = strides)
        fixed (long* p = padding)
        fixed (long* d = dilations)
        {
            long* zeros = stackalloc long[3];
            new Span<long>(zeros, 3).Clear();
            int* mask = stackalloc int[] { wantsInput ? 1 : 0, wantsInput ? 0 : 1, 0 };
            int n = strides.Length;
            int error = TorchNative.aoti_torch_cpu_convolution_backward(
                dy.Raw,
                input.Raw,
                weight.Raw,
                null,
                0,
                s,
                n,
                p,
                n,
                d,
                n,
                0,
                zeros,
                n,
                groups,
                mask,
                3,
                out nint inputGradient,
                out nint weightGradient,
                out nint biasGradient
            );
            TorchNative.Check(error, $"convolution_backward of {Text(xShape)} by {Text(filterShape)}");
            foreach (nint unused in (ReadOnlySpan<nint>)[wantsInput ? weightGradient : inputGradient, biasGradient])
                if (unused != 0)
                    TorchNative.aoti_torch_delete_tensor_object(unused);
            return new TensorHandle(wantsInput ? inputGradient : weightGradient);
        }
    }

    /// <summary>A view [batch, channels, spatial…] of memory [batch, spatial…, channels].</summary>
    private TensorHandle Channels(nint data, ReadOnlySpan<long> shape)
    {
        int rank = shape.Length;
        Span<long> sizes = stackalloc long[rank];
        Span<long> steps = stackalloc long[rank];
        (sizes[0], sizes[1], steps[1]) = (shape[0], shape[^1], 1);
        long step = shape[^1];
        for (int i = rank - 1; i >= 2; i--)
        {
            (sizes[i], steps[i]) = (shape[i - 1], step);
            step *= shape[i - 1];
        }
        steps[0] = step;
        return TensorHandle.FromBlob(data, sizes, steps, dtype);
    }

    /// <summary>A view [out, in, spatial…] of memory [spatial…, in, out].</summary>
    private TensorHandle Filter(nint data, ReadOnlySpan<long> shape)
    {
        int rank = shape.Length;
        Span<long> sizes = stackalloc long[rank];
        Span<long> steps = stackalloc long[rank];
        (sizes[0], sizes[1], steps[0], steps[1]) = (shape[^1], shape[^2], 1, shape[^1]);
        long step = shape[^1] * shape[^2];
        for (int i = rank - 1; i >= 2; i--)
        {
            (sizes[i], steps[i]) = (shape[i - 2], step);
            step *= shape[i - 2];
        }
        return TensorHandle.FromBlob(data, sizes, steps, dtype);
    }

    /// <summary>
    /// A tensor [out, in, spatial…] in row order over a filter's memory. The filter's gradient does not read the filter, but takes its layout, which
    /// must be this one where libtorch works without oneDNN.
    /// </summary>
    private TensorHandle RowOrderFilter(nint data, ReadOnlySpan<long> shape)
    {
        Span<long> sizes = stackalloc long[shape.Length];
        (sizes[0], sizes[1]) = (shape[^1], shape[^2]);
        shape[..^2].CopyTo(sizes[2..]);
        return TensorHandle.FromBlob(data, sizes, dtype);
    }

    private static string Text(ReadOnlySpan<long> shape) => Shape.Of(shape).ToString();
}
