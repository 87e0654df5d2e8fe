using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>The sizes of a depthwise convolution with channels last.</summary>
/// <param name="Batch">Images.</param>
/// <param name="Rows">The windows along the height.</param>
/// <param name="Columns">The windows along the width.</param>
/// <param name="Channels">Output channels.</param>
/// <param name="Multiplier">Output channels for each input channel.</param>
internal sealed record DepthwiseGeometry(long Batch, WindowAxis Rows, WindowAxis Columns, int Channels, int Multiplier)
{
    private const long GrainWork = 1 << 15;

    /// <summary>Positions in the filter.</summary>
    public long Taps => Rows.Kernel * Columns.Kernel;

    public long InputCount => Batch * Rows.Input * Columns.Input * (Channels / Math.Max(1, Multiplier));

    public long OutputCount => Batch * Rows.Output * Columns.Output * Channels;

    public static DepthwiseGeometry Of(KernelContext context, Shape input, Shape filter)
    {
        if (context.Attr<string>("data_format").StartsWith("NC", StringComparison.Ordinal))
            throw new NotSupportedException(
                $"{context.Operation.Name}: convolutions on the CPU need channels last. Use data_format NHWC, with Op.Transpose where the data is NCHW."
            );
        if (filter[2] != input[3])
            throw new ArgumentException(
                $"{context.Operation.Name}: the filter {filter} is not for the {input[3]} channels of the input {input}."
            );
        var windows = Windows.OfConvolution(input, filter, context.Operation.Attributes);
        return new DepthwiseGeometry(input[0], windows[0], windows[1], checked((int)(filter[2] * filter[3])), (int)filter[3]);
    }

    /// <summary>The pixel of the input under a position of the filter at an output cell, or -1 outside.</summary>
    public long At(long cell, long tap)
    {
        long row = cell / Columns.Output % Rows.Output * Rows.Stride - Rows.Before + tap / Columns.Kernel * Rows.Dilation;
        long column = cell % Columns.Output * Columns.Stride - Columns.Before + tap % Columns.Kernel * Columns.Dilation;
        return row < 0 || row >= Rows.Input || column < 0 || column >= Columns.Input
            ? -1
            : (cell / (Columns.Output * Rows.Output) * Rows.Input + row) * Columns.Input + column;
    }

    /// <summary>The fewest of a number of equal pieces of the work that are worth a thread.</summary>
    public long Grain(long pieces) => Math.Max(1, GrainWork * pieces / Math.Max(1, OutputCount * Taps));
}
