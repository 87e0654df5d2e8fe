namespace KerasSharp.Engines.Torch.Native;

/// <summary>float32 convolutions by <see cref="TileKernel"/> on NHWC data and HWIO filters, without a copy of the windows, into memory of the caller.</summary>
/// <remarks>
/// Padding may differ from side to side. Use where <see cref="TileKernel.IsSupported"/>; else <see cref="Convolution"/>.
/// Scratch holds as many floats as the function beside each operation says, and is free again after the call.
/// </remarks>
internal static unsafe class DirectConvolution
{
    /// <summary>The floats of scratch that <see cref="Forward"/> takes.</summary>
    public static long ForwardScratch(in DirectConvolutionShape shape) =>
        TilePanels.Size(shape.Depth, shape.Filters) + (shape.IsPadded ? shape.PaddedLength * shape.Workers : 0);

    /// <summary>The floats of scratch that <see cref="BackwardInput"/> takes.</summary>
    public static long BackwardInputScratch(in DirectConvolutionShape shape) =>
        TilePanels.Size(shape.Filters, shape.Depth) + shape.WindowBlock * shape.Workers;

    /// <summary>The floats of scratch that <see cref="BackwardFilter"/> takes.</summary>
    public static long BackwardFilterScratch(in DirectConvolutionShape shape) =>
        TilePanels.Size(shape.Batch * shape.OutputPixels, shape.Filters) + (shape.IsPadded ? shape.PaddedLength * shape.Batch : 0);

    /// <summary>output = input * filter.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">Batch, height, width, channels.</param>
    /// <param name="filter">Filter height, filter width, channels, filters.</param>
    /// <param name="output">Batch, output height, output width, filters.</param>
    /// <param name="scratch"><see cref="ForwardScratch"/> floats.</param>
    public static void Forward(in DirectConvolutionShape shape, float* input, float* filter, float* output, float* scratch)
    {
        TilePanels.Pack(filter, shape.Depth, shape.Filters, shape.Filters, 1, scratch);
        float* padded = scratch + TilePanels.Size(shape.Depth, shape.Filters);
        Threads.ParallelFor(shape.Workers, 1, new ConvolutionForwardBody(shape, input, scratch, output, padded));
    }

    /// <summary>The gradient for the input: spread back from the products of the output gradient with the turned filter.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="outputGradient">Batch, output height, output width, filters.</param>
    /// <param name="filter">Filter height, filter width, channels, filters.</param>
    /// <param name="inputGradient">Batch, height, width, channels.</param>
    /// <param name="scratch"><see cref="BackwardInputScratch"/> floats.</param>
    public static void BackwardInput(
        in DirectConvolutionShape shape,
        float* outputGradient,
        float* filter,
        float* inputGradient,
        float* scratch
    )
    {
        TilePanels.Pack(filter, shape.Filters, shape.Depth, 1, shape.Filters, scratch);
        float* windows = scratch + TilePanels.Size(shape.Filters, shape.Depth);
        Threads.ParallelFor(shape.Workers, 1, new ConvolutionBackwardInputBody(shape, outputGradient, scratch, inputGradient, windows));
    }

    /// <summary>The gradient for the filter.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="outputGradient">Batch, output height, output width, filters.</param>
    /// <param name="input">Batch, height, width, channels.</param>
    /// <param name="filterGradient">Filter height, filter width, channels, filters.</param>
    /// <param name="scratch"><see cref="BackwardFilterScratch"/> floats.</param>
    public static void BackwardFilter(
        in DirectConvolutionShape shape,
        float* outputGradient,
        float* input,
        float* filterGradient,
        float* scratch
    )
    {
        int pixels = shape.Batch * shape.OutputPixels;
        bool isPanel = shape.Filters == TileKernel.Columns;
        float* panels = isPanel ? outputGradient : scratch;
        if (!isPanel)
            Threads.ParallelFor(TilePanels.Count(shape.Filters), 1, new PackBody(outputGradient, pixels, shape.Filters, scratch));
        if (shape.IsPadded)
        {
            float* padded = scratch + TilePanels.Size(pixels, shape.Filters);
            Threads.ParallelFor(shape.Batch, 1, new ConvolutionPadBody(shape, input, padded));
            input = padded;
        }
        int tiles = (shape.Depth + TileKernel.Rows - 1) / TileKernel.Rows;
        Threads.ParallelFor(tiles, 1, new ConvolutionBackwardFilterBody(shape, panels, input, filterGradient));
    }

    private readonly struct PackBody(float* source, int rows, int columns, float* panels) : IRangeBody
    {
        private readonly float* _source = source;
        private readonly float* _panels = panels;

        public void Run(long begin, long end)
        {
            for (int panel = (int)begin; panel < end; panel++)
                TilePanels.PackOne(_source, rows, columns, columns, 1, panel, _panels + (nint)panel * rows * TileKernel.Columns);
        }
    }
}
