using System.Buffers.Binary;
using System.Text;
using KerasSharp.Formats.Images;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Images;

/// <summary>Damaged and hostile images: each is read or refused as a file, never anything else.</summary>
public sealed class ImageDamageTests
{
    private static readonly ImageOptions[] Ways =
    [
        new() { MaximumPixels = 1 << 20 },
        new()
        {
            MaximumPixels = 1 << 20,
            Conventions = ImageConventions.TensorFlow,
            Channels = 1,
        },
        new()
        {
            MaximumPixels = 1 << 20,
            Conventions = ImageConventions.TensorFlow,
            ApplyOrientation = true,
        },
    ];

    private static IEnumerable<(string Name, byte[] Content)> Files =>
        GoldenFamily
            .CasesOf("preprocessing", "decode_image")
            .Where(golden => golden.Json.TryGetProperty("files", out _))
            .Select(golden => (golden.Name, golden.ReadFile($"{golden.Name}.files/{golden.Json.GetProperty("files")[0].GetString()}")));

    [Test]
    public void TruncationsAreReadOrRefused()
    {
        foreach (var (name, content) in Files)
        foreach (byte[] damaged in Damage.Truncations(content))
        {
            bool refused = IsRefused(damaged, $"{name} cut to {damaged.Length}");
            // What is cut off behind the last pixel, or the first frame, does not show.
            if (damaged.Length < content.Length / 3)
                Assert.That(refused, $"{name} cut to {damaged.Length} of {content.Length}");
        }
    }

    [Test]
    public void MutantsAreReadOrRefused()
    {
        var files = Files.ToArray();
        int refused = 0;
        foreach (var (name, content) in files)
        {
            int number = 0;
            foreach (byte[] damaged in Damage.Mutants(content, Damage.MutantCount / files.Length + 1))
                refused += IsRefused(damaged, $"{name}, mutant {number++}") ? 1 : 0;
        }
        Assert.That(refused, Is.Positive);
    }

    /// <summary>The checksums of PNG hide what is behind them; here they are made right after each damage.</summary>
    [Test]
    public void MutantsOfDeepPngsWithRightSumsAreReadOrRefused()
    {
        var (name, content) = Files.Single(file => file.Name.EndsWith("png-rgb16"));
        int number = 0;
        foreach (byte[] damaged in Damage.Mutants(content, Damage.MutantCount))
            IsRefused(WithSums(damaged), $"{name}, mutant {number++}");
    }

    [Test]
    public void NoImageIsRefusedByName()
    {
        foreach (string text in (string[])["", "hello world", "BM", "GIF89a", "\u0089PNG\r\n\u001a\n", "RIFF1234WEBP"])
            Assert.That(
                () => ImageFile.Read(Encoding.Latin1.GetBytes(text), "picture"),
                Throws.TypeOf<FileFormatException>().With.Message.StartsWith("'picture'")
            );
    }

    [TestCase("png-rgb", 16, true)]
    [TestCase("png-rgb16", 16, true)]
    [TestCase("bmp-rgb", 18, false)]
    [TestCase("gif-palette", 6, false)]
    public void GiantSizesAreRefusedBeforeAnythingIsAllocated(string name, int place, bool isPng)
    {
        byte[] content = [.. Files.Single(file => file.Name == "decode_image." + name).Content];
        if (isPng)
        {
            BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(place), 100_000);
            BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(place + 4), 100_000);
            content = WithSums(content);
        }
        else if (name.StartsWith("bmp"))
        {
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(place), 60_000);
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(place + 4), 60_000);
        }
        else
            content.AsSpan(place, 4).Fill(0xFF);
        foreach (var conventions in Enum.GetValues<ImageConventions>())
        {
            long before = GC.GetTotalAllocatedBytes();
            Assert.That(
                () => ImageFile.Read(content, name, new ImageOptions { Conventions = conventions }),
                Throws.TypeOf<FileFormatException>().With.Message.Contains("pixels")
            );
            Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(1 << 20));
        }
    }

    [Test]
    public void TheLimitOfPixelsIsTheCallers()
    {
        byte[] png = ImageWriter.EncodePng(np.zeros(new NumSharp.Shape(10, 20, 3), typeof(byte)));
        Assert.That(
            () => ImageFile.Read(png, "p", new ImageOptions { MaximumPixels = 199 }),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("MaximumPixels")
        );
        Assert.That(ImageFile.Read(png, "p", new ImageOptions { MaximumPixels = 200 }).shape, Is.EqualTo(new long[] { 10, 20, 3 }));
    }

    private static bool IsRefused(byte[] content, string what)
    {
        int refused = 0;
        foreach (var way in Ways)
        {
            refused += Damage.IsRefused<FileFormatException>(() => ImageFile.Read(content, "damaged", way), what) ? 1 : 0;
            if (way.Channels is null)
                Damage.IsRefused<FileFormatException>(() => ImageFile.ReadFrames(content, "damaged", way), what);
        }
        if (content is [0x89, ..])
            Damage.IsRefused<FileFormatException>(
                () => ImageFile.ReadUInt16(content, "damaged", new ImageOptions { MaximumPixels = 1 << 20 }),
                what
            );
        return refused == Ways.Length;
    }

    /// <summary>A PNG whose chunks have right checksums, as far as chunks can be found.</summary>
    private static byte[] WithSums(byte[] png)
    {
        for (int at = 8; at + 12 <= png.Length; )
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
                break;
            uint sum = System.IO.Hashing.Crc32.HashToUInt32(png.AsSpan(at + 4, (int)length + 4));
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(at + 8 + (int)length), sum);
            at += 12 + (int)length;
        }
        return png;
    }
}
