using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>How a window slides along one axis: the geometry of convolutions, pooling and patches, for shape rules and kernels alike.</summary>
/// <param name="Input">The length of the input, -1 where unknown.</param>
/// <param name="Kernel">The number of positions in the window.</param>
/// <param name="Stride">The step from one window to the next.</param>
/// <param name="Dilation">The step between positions of a window.</param>
/// <param name="Before">The padding before the input.</param>
/// <param name="After">The padding after it.</param>
/// <param name="Output">The number of windows, -1 where unknown.</param>
internal readonly record struct WindowAxis(long Input, long Kernel, long Stride, long Dilation, long Before, long After, long Output)
{
    /// <summary>The geometry for one of TensorFlow's paddings.</summary>
    /// <param name="input">The length of the input, -1 where unknown.</param>
    /// <param name="kernel">The number of positions in the window, -1 where unknown.</param>
    /// <param name="stride">The step from one window to the next.</param>
    /// <param name="dilation">The step between positions of a window.</param>
    /// <param name="padding">SAME, VALID or EXPLICIT.</param>
    /// <param name="before">For EXPLICIT: the padding before.</param>
    /// <param name="after">For EXPLICIT: the padding after.</param>
    /// <exception cref="ShapeException">A number is out of range, or the window is longer than the padded input.</exception>
    public static WindowAxis Of(long input, long kernel, long stride, long dilation, string padding, long before = 0, long after = 0)
    {
        if (stride < 1 || dilation < 1 || kernel == 0 || before < 0 || after < 0)
            throw new ShapeException(
                $"a window needs a length, stride and dilation of 1 or more and paddings of 0 or more; these are {kernel}, {stride}, {dilation}, {before} and {after}"
            );
        if (kernel == 1 && stride == 1 && before == 0 && after == 0)
            return new WindowAxis(input, 1, 1, dilation, 0, 0, input);
        long extent = (kernel - 1) * dilation + 1;
        switch (padding)
        {
            case "SAME":
                long windows = input < 0 ? -1 : (input + stride - 1) / stride;
                long missing = input < 0 || kernel < 0 ? 0 : Math.Max(0, (windows - 1) * stride + extent - input);
                return new WindowAxis(input, kernel, stride, dilation, missing / 2, missing - missing / 2, windows);
            case "VALID" or "EXPLICIT":
                if (padding == "VALID")
                    before = after = 0;
                long padded = input + before + after;
                if (input < 0 || kernel < 0)
                    return new WindowAxis(input, kernel, stride, dilation, before, after, -1);
                return padded >= extent
                    ? new WindowAxis(input, kernel, stride, dilation, before, after, (padded - extent) / stride + 1)
                    : throw new ShapeException(
                        $"a window of length {extent} does not fit into a length of {padded}: use padding SAME, a smaller window or a larger input"
                    );
            default:
                throw new ShapeException($"padding must be SAME, VALID or EXPLICIT, but it is '{padding}'");
        }
    }
}
