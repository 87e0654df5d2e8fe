using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>
/// A TensorFlow convolution in libtorch's terms: padding that is the same on both sides is passed on, other padding becomes a padded copy
/// of the input.
/// </summary>
internal sealed class ConvolutionBinding
{
    private readonly WindowAxis[] windows;

    /// <param name="context">The op.</param>
    /// <param name="input">The shape of the images.</param>
    /// <param name="filter">The shape of the filter.</param>
    /// <param name="isInputGradient">Whether the gradient of the images is wanted.</param>
    /// <param name="isFilterGradient">Whether the gradient of the filter is wanted.</param>
    public ConvolutionBinding(KernelContext context, Shape input, Shape filter, bool isInputGradient = false, bool isFilterGradient = false)
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
        long channels = input[-1];
        if (filter[-2] < 1 || channels % filter[-2] != 0 || filter[-1] % (channels / filter[-2]) != 0)
            throw new ArgumentException(
                $"{context.Operation.Name}: the filter {filter} cannot be divided into groups for the {channels} channels of the input {input}."
            );
        windows = Windows.OfConvolution(input, filter, context.Operation.Attributes);
        Direct = dtype == DType.Float32 ? DirectConvolutionShape.Create(input, filter, windows, Threads.Count) : null;
        IsWidened = isInputGradient && channels == 1;
        IsSampled =
            isFilterGradient
            && Array.TrueForAll(windows, window => window.Kernel == 1)
            && Array.Exists(windows, window => window.Stride > 1);
        IsPadded = IsWidened || Array.Exists(windows, window => window.Before != window.After || (IsSampled && window.Before > 0));
        (Input, Filter) = (input, IsWidened ? filter.With(-2, 2) : filter);
        Padded = Windows.Join(
            "NHWC",
            input[0],
            windows.Select(window => window.Input + window.Before + window.After),
            IsWidened ? 2 : channels
        );
        Convolution = new Convolution(
            dtype,
            [.. windows.Select(window => IsSampled ? 1 : window.Stride)],
            [.. windows.Select(window => IsPadded ? 0 : window.Before)],
            [.. windows.Select(window => window.Dilation)],
            channels / filter[-2]
        );
    }

    public Convolution Convolution { get; }

    /// <summary>The convolution for <see cref="DirectConvolution"/>, where it can be done so.</summary>
    public DirectConvolutionShape? Direct { get; }

    /// <summary>The shape of the images.</summary>
    public Shape Input { get; }

    /// <summary>The shape of the filter that libtorch gets.</summary>
    public Shape Filter { get; }

    /// <summary>
    /// Whether a second channel of zeros is added: oneDNN takes channels-last data of one channel for channels-first and gives it a wrong gradient.
    /// </summary>
    public bool IsWidened { get; }

    /// <summary>Whether the input must be copied into a larger one.</summary>
    public bool IsPadded { get; }

    /// <summary>The shape of that larger one.</summary>
    public Shape Padded { get; }

    /// <summary>
    /// Whether only the elements that the filter of one element meets are passed on: for few channels oneDNN writes past its memory when it
    /// finds the gradient of such a filter with a stride.
    /// </summary>
    public bool IsSampled { get; }

    /// <summary>The shape of these elements.</summary>
    public Shape Sampled => Windows.Join("NHWC", Input[0], windows.Select(window => window.Output), Input[-1]);

    /// <summary>Their distances.</summary>
    public long[] SampleSteps => [1, .. windows.Select(window => window.Stride), 1];

    /// <summary>The shape that libtorch gets as the input's.</summary>
    public Shape Seen =>
        IsSampled ? Sampled
        : IsPadded ? Padded
        : Input;

    /// <summary>The output's shape.</summary>
    public Shape Output => Windows.Join("NHWC", Input[0], windows.Select(window => window.Output), Filter[-1]);

    /// <summary>Where the input begins in the padded one.</summary>
    public long[] Origin => [0, .. windows.Select(window => window.Before), 0];
}
