using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>Copies images into a frame of zeros.</summary>
internal readonly unsafe struct ConvolutionPadBody(DirectConvolutionShape shape, float* input, float* padded) : IRangeBody
{
    private readonly float* _input = input;
    private readonly float* _padded = padded;

    public void Run(long begin, long end)
    {
        for (long image = begin; image < end; image++)
            Pad(shape, _input + image * shape.ImageLength, _padded + image * shape.PaddedLength);
    }

    /// <summary>Copies one image into a frame of zeros.</summary>
    public static void Pad(in DirectConvolutionShape shape, float* image, float* padded)
    {
        int length = shape.Width * shape.Channels;
        int pitch = shape.PaddedWidth * shape.Channels;
        NativeMemory.Clear(padded, (nuint)shape.PaddedLength * sizeof(float));
        float* target = padded + shape.PadTop * pitch + shape.PadLeft * shape.Channels;
        for (int row = 0; row < shape.Height; row++)
            new ReadOnlySpan<float>(image + row * length, length).CopyTo(new Span<float>(target + row * pitch, length));
    }
}
