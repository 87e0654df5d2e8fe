using SkiaSharp;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>The bytes of a picture's pixels.</summary>
internal static class Pixels
{
    /// <summary>Row by row, so many channels a pixel; gray is the red channel.</summary>
    public static byte[] Of(byte[] png, int channels)
    {
        using var codec = SKCodec.Create(new MemoryStream(png));
        bool isGray = codec.Info.ColorType == SKColorType.Gray8;
        var info = codec.Info.WithColorType(isGray ? SKColorType.Gray8 : SKColorType.Rgba8888);
        using var bitmap = SKBitmap.Decode(png, isGray ? info : info.WithAlphaType(SKAlphaType.Unpremul));
        int stored = bitmap.BytesPerPixel;
        var rows = new List<byte>();
        for (int y = 0; y < bitmap.Height; y++)
        {
            var row = bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.Width * stored);
            for (int x = 0; x < bitmap.Width; x++)
                rows.AddRange(row.Slice(x * stored, Math.Min(channels, stored)));
        }
        return [.. rows];
    }
}
