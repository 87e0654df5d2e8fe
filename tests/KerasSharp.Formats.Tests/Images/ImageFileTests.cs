using KerasSharp.Formats.Images;
using NumSharp;

namespace KerasSharp.Formats.Tests.Images;

/// <summary>What the reader and the writer take and give.</summary>
public sealed class ImageFileTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kerassharp-image-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void ReadsWhatItWroteFromFileBytesAndStream()
    {
        var image = np.arange(2 * 3 * 4).astype(typeof(byte)).reshape(2, 3, 4);
        string path = Path.Combine(folder, "a.PNG");
        ImageWriter.Write(path, image);
        byte[] expected = image.ToArray<byte>();
        byte[] content = File.ReadAllBytes(path);
        Assert.That(ImageFile.Read(path).ToArray<byte>(), Is.EqualTo(expected));
        Assert.That(ImageFile.Read(content, "bytes").ToArray<byte>(), Is.EqualTo(expected));
        Assert.That(ImageFile.Read(new MemoryStream(content), "stream").ToArray<byte>(), Is.EqualTo(expected));
        Assert.That(ImageFile.ReadFrames(path).shape, Is.EqualTo(new long[] { 1, 2, 3, 4 }));
        Assert.That(ImageFile.ReadInfo(path), Is.EqualTo(new ImageInfo(ImageFormat.Png, 3, 2, 4, 8)));
    }

    [Test]
    public void WritesViewsAndGrayWithoutChannels()
    {
        var image = np.arange(5 * 7).astype(typeof(byte)).reshape(5, 7);
        Assert.That(
            ImageFile.Read(ImageWriter.EncodePng(image.T), "p").ToArray<byte>(),
            Is.EqualTo(np.ascontiguousarray(image.T).ToArray<byte>())
        );
        Assert.That(ImageFile.Read(ImageWriter.EncodeJpeg(image, 100), "j").shape, Is.EqualTo(new long[] { 5, 7, 1 }));
    }

    [Test]
    public void AWorseQualityIsSmaller()
    {
        var image = np.random.randint(0, 256, new NumSharp.Shape(64, 64, 3)).astype(typeof(byte));
        Assert.That(ImageWriter.EncodeJpeg(image, 20), Has.Length.LessThan(ImageWriter.EncodeJpeg(image, 90).Length));
    }

    [Test]
    public void RefusesWhatCannotBe()
    {
        var image = np.zeros(new NumSharp.Shape(2, 2, 4), typeof(byte));
        string path = Path.Combine(folder, "x");
        Assert.That(() => ImageWriter.Write(path + ".bmp", image), Throws.TypeOf<NotSupportedException>().With.Message.Contains(".bmp"));
        Assert.That(() => ImageWriter.Write(path + ".jpg", image), Throws.TypeOf<NotSupportedException>().With.Message.Contains("alpha"));
        Assert.That(
            () => ImageWriter.Write(path + ".png", image, quality: 5),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("quality")
        );
        Assert.That(() => ImageWriter.EncodeJpeg(image, 0), Throws.ArgumentException);
        Assert.That(
            () => ImageWriter.EncodePng(np.zeros(new NumSharp.Shape(2, 2, 3), typeof(float))),
            Throws.ArgumentException.With.Message.Contains("uint8")
        );
        Assert.That(() => ImageWriter.EncodePng(np.zeros(new NumSharp.Shape(2, 2, 5), typeof(byte))), Throws.ArgumentException);
        Assert.That(() => ImageFile.Read([], "p", new ImageOptions { Channels = 2 }), Throws.ArgumentException);
        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
    }
}
