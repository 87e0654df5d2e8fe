using System.Runtime.InteropServices;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>The sizes of a two-dimensional convolution of one group over NHWC data with an HWIO filter.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DirectConvolutionShape
{
    public required int Batch { get; init; }

    public required int Height { get; init; }

    public required int Width { get; init; }

    public required int Channels { get; init; }

    public required int FilterHeight { get; init; }

    public required int FilterWidth { get; init; }

    public required int Filters { get; init; }

    public int StrideHeight { get; init; } = 1;

    public int StrideWidth { get; init; } = 1;

    public int DilationHeight { get; init; } = 1;

    public int DilationWidth { get; init; } = 1;

    public int PadTop { get; init; }

    public int PadBottom { get; init; }

    public int PadLeft { get; init; }

    public int PadRight { get; init; }

    /// <summary>Among how many threads the images are divided; each has its own part of the scratch memory.</summary>
    public required int Workers { get; init; }

    public DirectConvolutionShape() { }

    public int PaddedHeight => Height + PadTop + PadBottom;

    public int PaddedWidth => Width + PadLeft + PadRight;

    public bool IsPadded => PadTop + PadBottom + PadLeft + PadRight > 0;

    public int OutputHeight => (PaddedHeight - DilationHeight * (FilterHeight - 1) - 1) / StrideHeight + 1;

    public int OutputWidth => (PaddedWidth - DilationWidth * (FilterWidth - 1) - 1) / StrideWidth + 1;

    public int OutputPixels => OutputHeight * OutputWidth;

    /// <summary>The products summed for one output.</summary>
    public int Depth => FilterHeight * FilterWidth * Channels;

    /// <summary>The output rows whose windows are found at once where the input's gradient is wanted.</summary>
    public int WindowRows => Math.Min(OutputHeight, 1 + 192 / OutputWidth);

    /// <summary>The numbers in these windows.</summary>
    public long WindowBlock => (long)WindowRows * OutputWidth * Depth;

    public long ImageLength => (long)Height * Width * Channels;

    public long PaddedLength => (long)PaddedHeight * PaddedWidth * Channels;

    /// <summary>The shape of a convolution that this way is made for and faster at; null for any other.</summary>
    /// <param name="input">Batch, height, width, channels.</param>
    /// <param name="filter">Filter height, filter width, channels, filters.</param>
    /// <param name="windows">How the filter moves over height and width.</param>
    /// <param name="threads">The threads there are. Fewer images than that are left to libtorch, which divides images too.</param>
    public static DirectConvolutionShape? Create(Shape input, Shape filter, ReadOnlySpan<WindowAxis> windows, int threads)
    {
        if (!TileKernel.IsSupported || windows.Length != 2 || filter[2] != input[3] || input[0] < threads)
            return null;
        var (y, x) = (windows[0], windows[1]);
        long depth = filter[0] * filter[1] * filter[2];
        long padded = (y.Input + y.Before + y.After) * (x.Input + x.Before + x.After) * input[3];
        long pixels = input[0] * y.Output * x.Output;
        // Offsets within an image are counted in 32 bits.
        if (Math.Max(padded, Math.Max(pixels, y.Output * x.Output * filter[3])) > int.MaxValue || depth * filter[3] > int.MaxValue)
            return null;
        return new DirectConvolutionShape
        {
            Batch = (int)input[0],
            Height = (int)y.Input,
            Width = (int)x.Input,
            Channels = (int)input[3],
            FilterHeight = (int)y.Kernel,
            FilterWidth = (int)x.Kernel,
            Filters = (int)filter[3],
            StrideHeight = (int)y.Stride,
            StrideWidth = (int)x.Stride,
            DilationHeight = (int)y.Dilation,
            DilationWidth = (int)x.Dilation,
            PadTop = (int)y.Before,
            PadBottom = (int)y.After,
            PadLeft = (int)x.Before,
            PadRight = (int)x.After,
            Workers = threads,
        };
    }
}
