using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>
/// A TensorFlow convolution in libtorch's terms: padding that is the same on both sides is passed on, other padding becomes a padded copy
/// of the input; a depthwise filter [h, w, c, m] is one [h, w, 1, c·m] of c groups, which is the same memory.
/// </summary>
internal sealed class ConvolutionBinding
{
    private readonly WindowAxis[] windows;

    public ConvolutionBinding(KernelContext context, Shape input, Shape filter)
    {
        if (context.Attr<string>("data_format").StartsWith("NC", StringComparison.Ordinal))
            throw new NotSupportedException(
                $"{context.Operation.Name}: convolutions on the CPU need channels last. Use data_format NHWC, with Op.Transpose where the data is NCHW."
            );
        var dtype = context.Output().DType;
        if (dtype is not (DType.Float32 or DType.Float64))
            throw new NotSupportedException(
                $"{context.Operation.Name}: the Torch engine convolves float32 and float64, not {dtype.Name()}. Cast the inputs (Op.Cast)."
            );
        bool isDepthwise = context.Operation.Type.StartsWith("Depthwise", StringComparison.Ordinal);
        long channels = input[-1];
        Input = input;
        Filter = isDepthwise ? filter.With(-2, 1).With(-1, filter[-2] * filter[-1]) : filter;
        windows = Windows.OfConvolution(input, filter, context.Operation.Attributes);
        IsPadded = Array.Exists(windows, window => window.Before != window.After);
        Padded = Windows.Join("NHWC", input[0], windows.Select(window => window.Input + window.Before + window.After), channels);
        Convolution = new Convolution(
            dtype,
            [.. windows.Select(window => window.Stride)],
            [.. windows.Select(window => IsPadded ? 0 : window.Before)],
            [.. windows.Select(window => window.Dilation)],
            isDepthwise ? channels : channels / filter[-2]
        );
    }

    public Convolution Convolution { get; }

    /// <summary>The shape of the images.</summary>
    public Shape Input { get; }

    /// <summary>The shape of the filter as libtorch is to see it.</summary>
    public Shape Filter { get; }

    /// <summary>Whether the input must be copied into a larger one.</summary>
    public bool IsPadded { get; }

    /// <summary>The shape of that larger one.</summary>
    public Shape Padded { get; }

    /// <summary>The shape that libtorch gets as the input's.</summary>
    public Shape Seen => IsPadded ? Padded : Input;

    /// <summary>The output's shape.</summary>
    public Shape Output => Windows.Join("NHWC", Input[0], windows.Select(window => window.Output), Filter[-1]);

    /// <summary>Where the input begins in the padded one.</summary>
    public long[] Origin => [0, .. windows.Select(window => window.Before), 0];
}
