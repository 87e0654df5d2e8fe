namespace KerasSharp.Engines.Torch.Native;

/// <summary>Each worker convolves its share of the images.</summary>
internal readonly unsafe struct ConvolutionForwardBody(
    DirectConvolutionShape shape,
    float* input,
    float* panels,
    float* output,
    float* padded
) : IRangeBody
{
    private readonly float* _input = input;
    private readonly float* _panels = panels;
    private readonly float* _output = output;
    private readonly float* _padded = padded;

    public void Run(long begin, long end)
    {
        for (long worker = begin; worker < end; worker++)
        for (long image = worker * shape.Batch / shape.Workers; image < (worker + 1) * shape.Batch / shape.Workers; image++)
            RunImage(
                _input + image * shape.ImageLength,
                _output + image * shape.OutputPixels * shape.Filters,
                _padded + worker * shape.PaddedLength
            );
    }

    private void RunImage(float* image, float* result, float* frame)
    {
        if (shape.IsPadded)
        {
            ConvolutionPadBody.Pad(shape, image, frame);
            image = frame;
        }
        int pitch = shape.PaddedWidth * shape.Channels;
        bool isDense = shape.DilationWidth == 1;
        var loop = new TileLoop(
            shape.FilterHeight,
            shape.DilationHeight * pitch,
            isDense ? 1 : shape.FilterWidth,
            shape.DilationWidth * shape.Channels,
            isDense ? shape.FilterWidth * shape.Channels : shape.Channels,
            1
        );
        for (int column = 0; column < shape.Filters; column += TileKernel.Columns)
            RunPanel(image, pitch, loop, column, result);
    }

    private void RunPanel(float* image, int pitch, in TileLoop loop, int column, float* result)
    {
        float** rows = stackalloc float*[TileKernel.Rows];
        float* panel = _panels + (nint)column * shape.Depth;
        int pixels = shape.OutputPixels;
        int width = shape.OutputWidth;
        int y = 0,
            x = 0;
        for (int pixel = 0; pixel < pixels; pixel += TileKernel.Rows)
        {
            int count = Math.Min(TileKernel.Rows, pixels - pixel);
            for (int r = 0; r < TileKernel.Rows; r++)
            {
                rows[r] = r < count ? image + y * shape.StrideHeight * pitch + x * shape.StrideWidth * shape.Channels : rows[0];
                if (r < count && ++x == width)
                    (x, y) = (0, y + 1);
            }
            float* tile = result + (nint)pixel * shape.Filters + column;
            int columns = Math.Min(TileKernel.Columns, shape.Filters - column);
            if (count == TileKernel.Rows && columns == TileKernel.Columns)
                TileKernel.Run(rows, loop, panel, TileKernel.Columns, tile, shape.Filters, false);
            else
                TileKernel.RunPartial(rows, loop, panel, TileKernel.Columns, tile, shape.Filters, false, count, columns);
        }
    }
}
