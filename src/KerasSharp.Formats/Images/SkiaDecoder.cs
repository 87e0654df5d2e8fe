using SkiaSharp;

namespace KerasSharp.Formats.Images;

/// <summary>Decodes what Skia decodes to Pillow's pixels: PNG of up to 8 bits, JPEG, BMP, WebP.</summary>
internal sealed class SkiaDecoder : IDisposable
{
    private readonly ImageSource source;
    private readonly SKData data;
    private readonly SKCodec codec;
    private readonly SKImageInfo layout;

    public SkiaDecoder(ImageSource source)
    {
        this.source = source;
        data = SKData.CreateCopy(source.Bytes);
        codec = SKCodec.Create(data)!;
        if (codec is null)
        {
            data.Dispose();
            throw source.Error("the header", "the image is cut off or damaged.");
        }
        layout = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
    }

    public int Width => layout.Width;

    public int Height => layout.Height;

    /// <summary>How many frames there are, 1 in formats without any.</summary>
    public int FrameCount => Math.Max(1, codec.FrameCount);

    public bool IsGray => codec.Info.ColorType == SKColorType.Gray8;

    public bool IsOpaque => codec.Info.AlphaType == SKAlphaType.Opaque;

    /// <summary>The EXIF orientation, 1 to 8.</summary>
    public int Orientation => (int)codec.EncodedOrigin;

    /// <summary>The red, green, blue and alpha of the only image or the first frame.</summary>
    public byte[] Decode()
    {
        var pixels = new byte[layout.BytesSize64];
        Decode(pixels, new SKCodecOptions(0));
        return pixels;
    }

    /// <summary>Each frame as it is to be seen.</summary>
    public IEnumerable<byte[]> DecodeFrames()
    {
        byte[]? previous = null;
        for (int i = 0; i < FrameCount; i++)
        {
            var pixels = new byte[layout.BytesSize64];
            bool buildsOnPrevious = previous is not null && codec.FrameInfo[i].RequiredFrame == i - 1;
            if (buildsOnPrevious)
                previous!.CopyTo(pixels, 0);
            Decode(pixels, buildsOnPrevious ? new SKCodecOptions(i, i - 1) : new SKCodecOptions(i));
            yield return previous = pixels;
        }
    }

    public void Dispose()
    {
        codec.Dispose();
        data.Dispose();
    }

    private unsafe void Decode(byte[] pixels, SKCodecOptions options)
    {
        fixed (byte* address = pixels)
        {
            var result = codec.GetPixels(layout, (nint)address, layout.RowBytes, options);
            if (result != SKCodecResult.Success)
                throw source.Error("the pixels", $"the image is cut off or damaged ({result}).");
        }
    }
}
