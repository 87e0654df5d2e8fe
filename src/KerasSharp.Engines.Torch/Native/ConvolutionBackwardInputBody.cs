using System.Numerics;
using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>Each worker finds the input gradient of its share of the images.</summary>
internal readonly unsafe struct ConvolutionBackwardInputBody(
    DirectConvolutionShape shape,
    float* outputGradient,
    float* panels,
    float* inputGradient,
    float* windows
) : IRangeBody
{
    private readonly float* _outputGradient = outputGradient;
    private readonly float* _panels = panels;
    private readonly float* _inputGradient = inputGradient;
    private readonly float* _windows = windows;

    public void Run(long begin, long end)
    {
        for (long worker = begin; worker < end; worker++)
        for (long image = worker * shape.Batch / shape.Workers; image < (worker + 1) * shape.Batch / shape.Workers; image++)
            RunImage(image, _windows + worker * shape.WindowBlock);
    }

    // A few output rows at a time, so that the products for their windows are spread while they are in the cache.
    private void RunImage(long image, float* windows)
    {
        float* source = _outputGradient + image * shape.OutputPixels * shape.Filters;
        float* target = _inputGradient + image * shape.ImageLength;
        NativeMemory.Clear(target, (nuint)shape.ImageLength * sizeof(float));
        for (int first = 0; first < shape.OutputHeight; first += shape.WindowRows)
        {
            int end = Math.Min(shape.OutputHeight, first + shape.WindowRows);
            float* rows = source + (nint)first * shape.OutputWidth * shape.Filters;
            int pixels = (end - first) * shape.OutputWidth;
            TileGemm.Multiply(rows, shape.Filters, 1, _panels, 0, pixels, shape.Depth, shape.Filters, windows, shape.Depth, false);
            for (int y = first; y < end; y++)
            for (int x = 0; x < shape.OutputWidth; x++)
                Spread(
                    windows + (nint)((y - first) * shape.OutputWidth + x) * shape.Depth,
                    y * shape.StrideHeight - shape.PadTop,
                    x * shape.StrideWidth - shape.PadLeft,
                    target
                );
        }
    }

    private void Spread(float* window, int top, int left, float* target)
    {
        bool isRun = shape.DilationWidth == 1 && left >= 0 && left + shape.FilterWidth <= shape.Width;
        int length = isRun ? shape.FilterWidth * shape.Channels : shape.Channels;
        int steps = isRun ? 1 : shape.FilterWidth;
        for (int i = 0; i < shape.FilterHeight; i++)
        {
            int row = top + i * shape.DilationHeight;
            for (int j = 0; j < steps; j++, window += length)
            {
                int column = left + j * shape.DilationWidth;
                if ((uint)row >= (uint)shape.Height || (uint)column >= (uint)shape.Width)
                    continue;
                Add(target + ((nint)row * shape.Width + column) * shape.Channels, window, length);
            }
        }
    }

    private static void Add(float* target, float* source, int length)
    {
        int i = 0;
        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
            (Vector.Load(target + i) + Vector.Load(source + i)).Store(target + i);
        for (; i < length; i++)
            target[i] += source[i];
    }
}
