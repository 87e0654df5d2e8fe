using System.Globalization;
using KerasSharp.Formats.Images;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Images;

/// <summary>Images of every kind made by Pillow and TensorFlow, decoded by both and here.</summary>
public sealed class ImageReferenceTests
{
    /// <summary>How far TensorFlow's faster transformation of JPEG may be from the exact one that Pillow and Skia use, as seen: 7 levels.</summary>
    private const double JpegTolerance = 9;
    private const double JpegMean = 3;

    private const string Script = """
        import os; os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
        import io, zlib
        from PIL import Image, ImageOps
        import tensorflow as tf
        out = sys.argv[1] + '/'
        rng = np.random.default_rng(0)
        h, w = 13, 17
        def noise(*shape, top=256, dtype=np.uint8): return rng.integers(0, top, shape).astype(dtype)
        rgb, rgba, gray = noise(h, w, 3), noise(h, w, 4), noise(h, w)
        rgba[0, :5, 3] = 0
        y, x = np.mgrid[:h, :w]
        smooth = np.stack([x * 15, y * 19, (x + y) * 8], -1).astype(np.uint8)
        P = Image.fromarray
        def save(image, name, **k): image.save(out + name, **k)
        for name, a in dict(rgb=rgb, rgba=rgba, gray=gray).items(): save(P(a), name + '.png')
        save(P(rgba).convert('LA'), 'graya.png')
        save(P(gray > 127), 'bit1.png')
        save(P(rgb).quantize(200), 'palette.png')
        save(P(rgb).quantize(16), 'palette4.png', bits=4)
        save(P(rgb).quantize(16), 'palette-alpha.png', transparency=bytes([0, 128, 255, 7] + [255] * 12))
        save(P(gray), 'gray-key.png', transparency=int(gray[0, 0]))
        save(P(rgb), 'rgb-key.png', transparency=tuple(int(v) for v in rgb[0, 0]))
        for c in (1, 2, 3, 4): open(f'{out}deep{c}.png', 'wb').write(tf.io.encode_png(noise(h, w, c, top=65536, dtype=np.uint16)).numpy())
        def chunk(kind, data): return len(data).to_bytes(4, 'big') + kind + data + zlib.crc32(kind + data).to_bytes(4, 'big')
        def paeth(a, b, c):
            p = a + b - c
            return a if abs(p - a) <= abs(p - b) and abs(p - a) <= abs(p - c) else b if abs(p - b) <= abs(p - c) else c
        def filtered(rows, n):
            up, data = bytes(len(rows[0])), b''
            for i, row in enumerate(rows):
                k, left = i % 5, bytes(n) + row
                at = lambda j: (left[j], up[j], up[j - n] if j >= n else 0)
                guess = (lambda j: 0, lambda j: at(j)[0], lambda j: at(j)[1], lambda j: (at(j)[0] + at(j)[1]) // 2, lambda j: paeth(*at(j)))[k]
                data += bytes([k]) + bytes((row[j] - guess(j)) & 255 for j in range(len(row)))
                up = row
            return data
        def png(a, interlaced):
            n = a.shape[2] * a.itemsize
            passes = [(0,0,8,8),(4,0,8,8),(0,4,4,8),(2,0,4,4),(0,2,2,4),(1,0,2,2),(0,1,1,2)] if interlaced else [(0,0,1,1)]
            big = a.astype(a.dtype.newbyteorder('>'))
            parts = [big[y::sy, x::sx] for x, y, sx, sy in passes]
            data = b''.join(filtered([r.tobytes() for r in p], n) for p in parts if p.size)
            head = a.shape[1].to_bytes(4, 'big') + a.shape[0].to_bytes(4, 'big') + bytes([8 * a.itemsize, {1: 0, 2: 4, 3: 2, 4: 6}[a.shape[2]], 0, 0, int(interlaced)])
            return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(data)) + chunk(b'IEND', b'')
        for interlaced in (False, True):
            for c in (1, 2, 3, 4):
                open(f'{out}filters{c}-{interlaced}.png', 'wb').write(png(noise(h, w, c, top=65536, dtype=np.uint16), interlaced))
                open(f'{out}narrow{c}-{interlaced}.png', 'wb').write(png(noise(3, 2, c), interlaced))
        open(f'{out}tiny.png', 'wb').write(png(noise(1, 1, 3, top=65536, dtype=np.uint16), True))
        for q in (50, 75, 95): save(P(smooth), f'smooth{q}.jpg', quality=q)
        for s in (0, 1, 2): save(P(rgb), f'noise{s}.jpg', quality=90, subsampling=s)
        save(P(rgb), 'progressive.jpg', quality=90, progressive=True)
        save(P(gray), 'gray.jpg')
        save(P(smooth).convert('CMYK'), 'cmyk.jpg')
        exif = Image.Exif()
        for o in range(1, 9):
            exif[0x112] = o
            save(P(smooth), f'turned{o}.jpg', exif=exif, quality=95)
        save(P(rgba), 'rgba.webp', lossless=True, exact=True)
        save(P(rgb), 'rgb.webp', lossless=True)
        save(P(smooth), 'lossy.webp', quality=80)
        for name, i in dict(rgb=P(rgb), palette=P(rgb).quantize(200), bit1=P(gray > 127), rgba=P(rgba), gray=P(gray)).items(): save(i, name + '.bmp')
        frames = [P(noise(h, w, 3)).quantize(16) for _ in range(4)]
        save(frames[0], 'frames.gif', save_all=True, append_images=frames[1:], disposal=[1, 2, 1, 3])
        one = P(smooth).copy(); one.paste((255, 0, 0), (3, 3, 8, 8))
        two = one.copy(); two.paste((0, 255, 0), (5, 5, 9, 9))
        save(P(smooth), 'delta.gif', save_all=True, append_images=[one, two])
        save(P(smooth), 'wiped.gif', save_all=True, append_images=[one, two], disposal=2)
        save(P(gray), 'gray.gif'); save(P(rgba), 'transparent.gif'); save(P(gray), 'interlaced.gif', interlace=1); save(P(noise(200, 300)), 'long.gif')
        save(frames[0], 'frames.webp', save_all=True, append_images=frames[1:], lossless=True)
        for name in sorted(os.listdir(out)):
            content = open(out + name, 'rb').read()
            opened = lambda: Image.open(io.BytesIO(content))
            for mode, c in (('L', 1), ('RGB', 3), ('RGBA', 4)):
                np.save(f'{out}{name}.pillow{c}.npy', np.asarray(opened().convert(mode)).reshape(opened().height, opened().width, c))
            if name.startswith('turned'): np.save(f'{out}{name}.upright.npy', np.asarray(ImageOps.exif_transpose(opened())))
            for c in (0, 1, 3, 4) if name != 'frames.webp' else ():
                try: value = tf.io.decode_image(content, channels=c).numpy()
                except Exception: continue
                np.save(f'{out}{name}.tensorflow{c}.npy', value[0] if value.ndim == 4 else value)
                if c == 0 and name.endswith('.gif'): np.save(f'{out}{name}.frames.npy', value)
            if name.endswith('.png'): np.save(f'{out}{name}.deep.npy', tf.io.decode_png(content, dtype=tf.uint16).numpy())
        """;

    private string folder = "";

    [OneTimeSetUp]
    public void MakeImages()
    {
        folder = Directory.CreateTempSubdirectory("kerassharp-images-").FullName;
        ReferencePython.Run(Script, folder);
    }

    [OneTimeTearDown]
    public void DeleteImages() => Directory.Delete(folder, recursive: true);

    [Test]
    public void EqualsPillow()
    {
        int count = 0;
        foreach (var (file, what, expected) in Expectations("pillow"))
        {
            var options = new ImageOptions { Channels = int.Parse(what, CultureInfo.InvariantCulture) };
            AssertPixels(ImageFile.Read(file, options), expected, 0, 0, $"{Path.GetFileName(file)} {what}");
            count++;
        }
        Assert.That(count, Is.GreaterThan(100));
    }

    [Test]
    public void EqualsTensorFlowAndInJpegNearly()
    {
        int count = 0;
        foreach (var (file, what, expected) in Expectations("tensorflow"))
        {
            bool isJpeg = file.EndsWith(".jpg");
            var options = new ImageOptions
            {
                Channels = what == "0" ? null : int.Parse(what, CultureInfo.InvariantCulture),
                Conventions = ImageConventions.TensorFlow,
            };
            AssertPixels(
                ImageFile.Read(file, options),
                expected,
                isJpeg ? JpegTolerance : 0,
                isJpeg ? JpegMean : 0,
                $"{Path.GetFileName(file)} {what}"
            );
            count++;
        }
        Assert.That(count, Is.GreaterThan(100));
    }

    [Test]
    public void FramesOfGifEqualTensorFlow()
    {
        foreach (var (file, _, expected) in Expectations("frames"))
            AssertPixels(
                ImageFile.ReadFrames(file, new ImageOptions { Conventions = ImageConventions.TensorFlow }),
                expected,
                0,
                0,
                Path.GetFileName(file)
            );
        Assert.That(ImageFile.ReadFrames(Path.Combine(folder, "frames.webp")).shape, Is.EqualTo(new long[] { 4, 13, 17, 3 }));
    }

    [Test]
    public void SixteenBitsEqualTensorFlow()
    {
        foreach (var (file, _, expected) in Expectations("deep"))
        {
            var actual = ImageFile.ReadUInt16(file);
            Assert.That(actual.shape, Is.EqualTo(expected.shape), file);
            Assert.That(actual.ToArray<ushort>(), Is.EqualTo(expected.ToArray<ushort>()), file);
        }
        Assert.That(() => ImageFile.ReadUInt16(Path.Combine(folder, "gray.jpg")), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void OrientationIsAppliedOnlyWhenAsked()
    {
        foreach (var (file, _, expected) in Expectations("upright"))
            AssertPixels(ImageFile.Read(file, new ImageOptions { ApplyOrientation = true }), expected, 0, 0, Path.GetFileName(file));
    }

    [Test]
    public void PythonReadsWhatIsWritten()
    {
        string written = Directory.CreateDirectory(Path.Combine(folder, "written")).FullName;
        foreach (int channels in (int[])[1, 3, 4])
        {
            var image = np.random.randint(0, 256, new NumSharp.Shape(19, 23, channels)).astype(typeof(byte));
            ImageWriter.Write(Path.Combine(written, $"{channels}.png"), image);
            if (channels < 4)
                ImageWriter.Write(Path.Combine(written, $"{channels}.jpg"), Smooth(channels), quality: 95);
            np.save(Path.Combine(written, $"{channels}.npy"), image);
            np.save(Path.Combine(written, $"smooth{channels}.npy"), Smooth(channels));
        }
        ReferencePython.Run(
            """
            from PIL import Image
            for c in (1, 3, 4):
                read = np.asarray(Image.open(f'{sys.argv[1]}/{c}.png')).reshape(19, 23, c)
                assert np.array_equal(read, np.load(f'{sys.argv[1]}/{c}.npy')), c
                if c < 4:
                    smooth = np.load(f'{sys.argv[1]}/smooth{c}.npy').astype(int)
                    read = np.asarray(Image.open(f'{sys.argv[1]}/{c}.jpg')).reshape(smooth.shape).astype(int)
                    assert abs(read - smooth).mean() < 3, abs(read - smooth).mean()
            """,
            written
        );
    }

    private IEnumerable<(string File, string What, NDArray Expected)> Expectations(string kind)
    {
        var paths = Directory.GetFiles(folder, $"*.{kind}*.npy");
        Assert.That(paths, Is.Not.Empty);
        foreach (string path in paths)
        {
            string name = Path.GetFileName(path);
            int at = name.IndexOf("." + kind, StringComparison.Ordinal);
            yield return (Path.Combine(folder, name[..at]), name[(at + 1 + kind.Length)..^".npy".Length], (NDArray)np.load(path));
        }
    }

    private static NDArray Smooth(int channels)
    {
        var values = new byte[40 * 40 * channels];
        for (int i = 0; i < values.Length; i++)
            values[i] = (byte)(i / channels / 40 * 3 + i / channels % 40 * 2 + i % channels * 20);
        return new NDArray(values).reshape(40, 40, channels);
    }

    private static void AssertPixels(NDArray actual, NDArray expected, double tolerance, double mean, string what)
    {
        Assert.That(actual.shape, Is.EqualTo(expected.shape), what);
        double[] differences =
        [
            .. actual.ToArray<byte>().Zip(np.ascontiguousarray(expected).ToArray<byte>(), (a, b) => Math.Abs((double)a - b)),
        ];
        Assert.That(differences.Max(), Is.LessThanOrEqualTo(tolerance), what);
        Assert.That(differences.Average(), Is.LessThanOrEqualTo(mean), what);
    }
}
