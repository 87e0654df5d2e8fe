namespace KerasSharp.Engines.Torch.Native;

/// <summary>Tiles of the filter gradient: 6 taps and channels by 32 filters, summed over all pixels of a group of images at a time.</summary>
internal readonly unsafe struct ConvolutionBackwardFilterBody(
    DirectConvolutionShape shape,
    float* panels,
    float* input,
    float* filterGradient
) : IRangeBody
{
    // The pixels of the output gradient that stay in the second-level cache beside the input.
    private const int PixelsAtOnce = 768;

    private readonly float* _panels = panels;
    private readonly float* _input = input;
    private readonly float* _filterGradient = filterGradient;

    public void Run(long begin, long end)
    {
        int images = Math.Max(1, PixelsAtOnce / shape.OutputPixels);
        for (int image = 0; image < shape.Batch; image += images)
        for (int column = 0; column < shape.Filters; column += TileKernel.Columns)
        for (int tile = (int)begin; tile < end; tile++)
            RunTile(image, Math.Min(images, shape.Batch - image), column, tile * TileKernel.Rows);
    }

    private void RunTile(int image, int images, int column, int firstRow)
    {
        int pitch = shape.PaddedWidth * shape.Channels;
        float** rows = stackalloc float*[TileKernel.Rows];
        for (int r = 0; r < TileKernel.Rows; r++)
            rows[r] = _input + image * shape.PaddedLength + TapOffset(Math.Min(firstRow + r, shape.Depth - 1), pitch);
        var loop = new TileLoop(
            images,
            (nint)shape.PaddedLength,
            shape.OutputHeight,
            shape.StrideHeight * pitch,
            shape.OutputWidth,
            shape.StrideWidth * shape.Channels
        );
        float* panel = _panels + (nint)column * shape.Batch * shape.OutputPixels + (nint)image * shape.OutputPixels * TileKernel.Columns;
        float* tile = _filterGradient + (nint)firstRow * shape.Filters + column;
        int count = Math.Min(TileKernel.Rows, shape.Depth - firstRow);
        int columns = Math.Min(TileKernel.Columns, shape.Filters - column);
        if (count == TileKernel.Rows && columns == TileKernel.Columns)
            TileKernel.Run(rows, loop, panel, TileKernel.Columns, tile, shape.Filters, image > 0);
        else
            TileKernel.RunPartial(rows, loop, panel, TileKernel.Columns, tile, shape.Filters, image > 0, count, columns);
    }

    private nint TapOffset(int row, int pitch)
    {
        (int tap, int channel) = Math.DivRem(row, shape.Channels);
        (int i, int j) = Math.DivRem(tap, shape.FilterWidth);
        return i * shape.DilationHeight * pitch + j * shape.DilationWidth * shape.Channels + channel;
    }
}
