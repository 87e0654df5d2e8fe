using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>
/// Convolutions of each channel by itself, by TensorFlow's one operation for them. That takes equal steps along both axes, and only steps of 1 over a window
/// that is stretched; other steps are taken afterwards, from what steps of 1 give.
/// </summary>
internal static class DepthwiseImages
{
    /// <summary>Convolves images, or sequences as images of one line.</summary>
    /// <param name="x">[batch, …, channels], with one or two spatial axes.</param>
    /// <param name="filter">[…, channels, multiplier].</param>
    /// <param name="window">The window.</param>
    /// <exception cref="NotSupportedException">Steps must be taken afterwards, zeros be added, and the lengths of the input are not known.</exception>
    public static Tensor Convolve(Tensor x, Tensor filter, ConvolutionWindow window)
    {
        if (window.Rank == 2)
            return Images(x, filter, window.Steps, window.Distances, window);
        // A line has one row, over which any step does the same.
        int step = window.Steps[0];
        return Op.Squeeze(Images(Op.ExpandDims(x, 1), Op.ExpandDims(filter, 0), [step, step], [1, window.Distances[0]], window), 1);
    }

    private static Tensor Images(Tensor x, Tensor filter, int[] steps, int[] distances, ConvolutionWindow window)
    {
        var dilations = ConvolutionWindow.Frame(distances);
        if (!window.IsMovedAndStretched && steps[0] == steps[1])
            return Op.DepthwiseConv2dNative(x, filter, ConvolutionWindow.Frame(steps), window.TensorFlowPadding, dilations: dilations);
        if (window.Padding == "same")
            x = PadForSteps(x, filter.Shape, steps, distances);
        return EveryStep(Op.DepthwiseConv2dNative(x, filter, [1, 1, 1, 1], "VALID", dilations: dilations), steps);
    }

    /// <summary>The zeros that TensorFlow's SAME adds for steps, more after than before.</summary>
    private static Tensor PadForSteps(Tensor x, Shape filter, int[] steps, int[] distances)
    {
        (long, long) Zeros(int axis)
        {
            long length = x.Shape[axis + 1];
            if (length < 0)
                throw new NotSupportedException(
                    $"A depthwise convolution with padding 'same' and strides ({string.Join(", ", steps)}) needs to know the lengths of its input; {x.Shape} came. Give the input a full shape."
                );
            long reach = (filter[axis] - 1) * distances[axis] + 1;
            long results = (length + steps[axis] - 1) / steps[axis];
            long zeros = Math.Max((results - 1) * steps[axis] + reach - length, 0);
            return (zeros / 2, zeros - zeros / 2);
        }
        return Op.Pad(x, [(0, 0), Zeros(0), Zeros(1), (0, 0)]);
    }

    private static Tensor EveryStep(Tensor x, int[] steps)
    {
        var none = Op.Ints(0, 0, 0, 0);
        return Op.StridedSlice(x, none, none, Op.Ints(ConvolutionWindow.Frame(steps)), beginMask: 15, endMask: 15);
    }
}
