using System.Buffers.Binary;
using System.IO.Compression;

namespace KerasSharp.Formats.Images;

/// <summary>Decodes PNGs of 16 bits a sample, which Skia gives with 8 only.</summary>
internal sealed class DeepPng
{
    /// <summary>Where each pass of an interlaced image begins and how far its pixels are apart: x, y, step in x, step in y.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
    [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];

    private readonly ImageSource source;
    private readonly PngHeader header;
    private readonly ushort[] samples;
    private readonly int pixelLength;

    private DeepPng(ImageSource source, PngHeader header)
    {
        this.source = source;
        this.header = header;
        pixelLength = 2 * header.SampleCount;
        samples = new ushort[(long)header.Width * header.Height * header.SampleCount];
    }

    /// <summary>The samples of each pixel, row by row.</summary>
    public static ushort[] Decode(ImageSource source, PngHeader header)
    {
        if (header.ColorType is not (0 or 2 or 4 or 6))
            throw source.Error("byte 25", $"a PNG of 16 bits cannot have the colour type {header.ColorType}; the file is damaged.");
        var image = new DeepPng(source, header);
        image.Read();
        return image.samples;
    }

    private void Read()
    {
        using var packed = new MemoryStream();
        foreach (var (type, content) in PngChunks.Read(source))
            if (type == "IDAT")
                packed.Write(content.Span);
        packed.Position = 0;
        using var data = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            foreach (var pass in header.IsInterlaced ? Passes : [(0, 0, 1, 1)])
                ReadPass(data, pass);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw source.Error("the pixels", "the PNG's compressed data are cut off or damaged.", e);
        }
    }

    private void ReadPass(Stream data, (int X, int Y, int StepX, int StepY) pass)
    {
        int columns = (header.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (columns <= 0)
            return;
        var row = new byte[columns * pixelLength];
        var above = new byte[row.Length];
        for (int y = pass.Y; y < header.Height; y += pass.StepY)
        {
            int filter = data.ReadByte();
            data.ReadExactly(row);
            if (filter is < 0 or > 4)
                throw source.Error($"row {y}", $"expected a filter from 0 to 4, got {filter}; the PNG is damaged.");
            Unfilter(filter, row, above);
            Store(row, y, pass.X, pass.StepX);
            (row, above) = (above, row);
        }
    }

    /// <summary>Adds what each byte was foretold to be from the pixel to the left, the one above, and the one above that.</summary>
    private void Unfilter(int filter, byte[] row, byte[] above)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < pixelLength ? 0 : row[i - pixelLength];
            int corner = i < pixelLength ? 0 : above[i - pixelLength];
            row[i] += (byte)(
                filter switch
                {
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    4 => Paeth(left, above[i], corner),
                    _ => 0,
                }
            );
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner);
        int toAbove = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
    }

    private void Store(byte[] row, int y, int x, int stepX)
    {
        int count = header.SampleCount;
        for (int i = 0; i < row.Length; i += pixelLength, x += stepX)
        for (int sample = 0; sample < count; sample++)
            samples[((long)y * header.Width + x) * count + sample] = BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(i + 2 * sample));
    }
}
