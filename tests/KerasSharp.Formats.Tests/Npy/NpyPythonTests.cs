using System.IO.Compression;
using KerasSharp.Formats.Npy;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Npy;

/// <summary>NumPy reads what we write, and we read what it writes.</summary>
[TestFixture]
public sealed class NpyPythonTests
{
    private static readonly string[] Types =
    [
        "b1",
        "i1",
        "<i2",
        ">i2",
        "<i4",
        ">i4",
        "<i8",
        ">i8",
        "u1",
        "<u2",
        ">u2",
        "<u4",
        ">u4",
        "<u8",
        ">u8",
        "<f2",
        ">f2",
        "<f4",
        ">f4",
        "<f8",
        ">f8",
        "<f16",
        ">f16",
        "<c8",
        ">c8",
        "<c16",
        ">c16",
        "<c32",
        ">c32",
        "S3",
        "<U4",
        ">U4",
        "<M8[ms]",
        ">M8[ms]",
        "<m8[D]",
        ">m8[25us]",
        "V5",
    ];

    [Test]
    public void EveryTypeOrderAndVersionGoesThroughBothWays()
    {
        using var folder = new TemporaryFolder();
        const string write = """
            import os, warnings
            from numpy.lib import format
            folder, types = sys.argv[1], sys.argv[2].split()
            rng = np.random.default_rng(7)
            for t in types:
                for s, shape in enumerate([(), (3,), (0, 4), (3, 40), (2, 3, 4), (37, 2, 5, 33)]):
                    if t[-2] == 'f1' or t[-1] == '6' or t[-2:] == '32':
                        a = rng.standard_normal(shape).astype(t)
                    else:
                        d = np.dtype(t)
                        a = rng.integers(0, 2 if t == 'b1' else 120, (int(np.prod(shape)), d.itemsize)).astype(np.uint8)
                        if d.kind == 'U':
                            a = rng.integers(0, 0x10FFFF, (int(np.prod(shape)), d.itemsize // 4)).astype(d.byteorder + 'u4')
                            a[(a >= 0xD800) & (a < 0xE000)] = 65
                        a = np.frombuffer(a.tobytes(), d).reshape(shape)
                    for order in 'CF':
                        for version in (1, 2, 3):
                            with open(f'{folder}/{types.index(t)}.{s}.{order}.{version}.npy', 'wb') as f:
                                format.write_array(f, np.array(a, order=order), version=(version, 0))
            """;
        const string compare = """
            import glob
            n = 0
            for path in glob.glob(sys.argv[1] + '/*.npy'):
                a, b = np.load(path), np.load(path + '.again')
                assert a.shape == b.shape and b.dtype == a.dtype.newbyteorder('<'), (path, a.dtype, b.dtype)
                assert b.flags.c_contiguous
                a = a.astype(a.dtype.newbyteorder('<'), order='C')
                if a.dtype in (np.longdouble, np.clongdouble):
                    assert np.array_equal(a, b), path
                else:
                    assert a.tobytes() == b.tobytes(), path
                n += 1
            print(n)
            """;
        ReferencePython.Run(write, folder.Path, string.Join(' ', Types));
        foreach (var path in Directory.GetFiles(folder.Path))
            NpyFile.Save(path + ".again", NpyFile.Load(path));
        Assert.That(int.Parse(ReferencePython.Run(compare, folder.Path)), Is.EqualTo(Types.Length * 6 * 2 * 3));
    }

    [TestCase(CompressionLevel.NoCompression)]
    [TestCase(CompressionLevel.Optimal)]
    public void NumPyReadsArchivesInOrder(CompressionLevel compression)
    {
        using var folder = new TemporaryFolder();
        var arrays = new OrderedDictionary<string, NpyArray>
        {
            ["z"] = np.arange(6).reshape(2, 3).astype(np.float32),
            ["layers/dense/vars/0"] = np.arange(6).reshape(2, 3).astype(np.int64).T,
            ["text"] = NpyArray.FromStrings(["a", "日本語", "", "emoji🙂"]),
            ["ключ:1"] = NpyArray.FromBytes("<M8[s]", [2], new byte[16]),
            ["big"] = np.zeros(new NumSharp.Shape(300, 400), np.float64),
            ["b"] = NpyArray.FromTensorValue(TensorValue.Filled([2], 1.5, DType.BFloat16)),
            ["truth"] = np.array(new[] { true, false }),
        };
        NpzFile.Save(folder.File("a.npz"), arrays, compression);
        const string script = """
            z = np.load(sys.argv[1])
            import ml_dtypes, zipfile
            assert zipfile.ZipFile(sys.argv[1]).testzip() is None
            assert z.files == ['z', 'layers/dense/vars/0', 'text', 'ключ:1', 'big', 'b', 'truth'], z.files
            assert np.array_equal(z['z'], np.arange(6, dtype='f4').reshape(2, 3)) and z['z'].dtype == np.float32
            assert np.array_equal(z['layers/dense/vars/0'], np.arange(6).reshape(2, 3).T)
            assert z['text'].tolist() == ['a', '日本語', '', 'emoji🙂']
            assert z['ключ:1'].dtype == 'M8[s]' and z['big'].shape == (300, 400) and not z['big'].any()
            assert z['b'].view(ml_dtypes.bfloat16).astype('f4').tolist() == [1.5, 1.5]
            assert z['truth'].tolist() == [True, False]
            """;
        ReferencePython.Run(script, folder.File("a.npz"));
        var again = NpzFile.Load(folder.File("a.npz"));
        Assert.That(again.Keys, Is.EqualTo(arrays.Keys));
        foreach (var (name, array) in again)
            Assert.That((array.Descr, array.Bytes.ToArray()), Is.EqualTo((arrays[name].Descr, arrays[name].Bytes.ToArray())), name);
    }

    [Test]
    public void BFloat16AndLongDoublesOfPythonBecomeNumbers()
    {
        using var folder = new TemporaryFolder();
        const string script = """
            import ml_dtypes, os
            np.save(sys.argv[1] + '/b.npy', np.array([1.5, -2, 0.1], ml_dtypes.bfloat16))
            np.random.seed(1)
            values = np.concatenate([np.random.randn(500).astype('g') * np.longdouble(2) ** np.random.randint(-1080, 1023, 500),
                np.array([0, -0.0, np.inf, -np.inf, np.nan, 1, -1, 5e-324, 1e-5000, 1e4000], 'g'), np.array([1 << 54, (1 << 54) + 2, 3], 'g') / 3])
            np.save(sys.argv[1] + '/g.npy', values)
            np.save(sys.argv[1] + '/d.npy', values.astype('d'))
            """;
        ReferencePython.Run("import warnings; warnings.simplefilter('ignore')\n" + script, folder.Path);
        var bfloats = NpyFile.Load(folder.File("b.npy"));
        Assert.That(bfloats.ToNDArray().ToArray<float>(), Is.EqualTo(new[] { 1.5f, -2f, 0.10009765625f }));
        Assert.That(bfloats.ToTensorValue().DType, Is.EqualTo(DType.BFloat16));
        var longs = NpyFile.Load(folder.File("g.npy"));
        Assert.That(
            longs.ExtendedToNDArray().ToArray<double>(),
            Is.EqualTo(NpyFile.Load(folder.File("d.npy")).ToNDArray().ToArray<double>())
        );
        Assert.That(() => longs.ToNDArray(), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("ExtendedToNDArray"));
    }

    [Test]
    public void NumPyReadsRowsWrittenOneAfterTheOther()
    {
        using var folder = new TemporaryFolder();
        using (var writer = NpyRowWriter.Create(folder.File("rows.npy")))
        {
            for (var i = 0; i < 120; i++)
                writer.Write(np.full(new NumSharp.Shape(i % 3, 2, 2), (float)i));
            Assert.That(File.Exists(folder.File("rows.npy")), Is.False);
            writer.Complete();
        }
        const string script = """
            a = np.load(sys.argv[1])
            assert a.shape == (120, 2, 2) and a.dtype == np.float32
            assert np.array_equal(a[:, 1, 0], [i for i in range(120) for _ in range(i % 3)])
            """;
        ReferencePython.Run(script, folder.File("rows.npy"));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
    }
}
