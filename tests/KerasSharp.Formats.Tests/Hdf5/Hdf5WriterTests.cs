using System.Text.Json;
using KerasSharp.Formats.Hdf5;
using KerasSharp.Testing;
using NumSharp;
using PureHDF;

namespace KerasSharp.Formats.Tests.Hdf5;

/// <summary>What is written is what h5py reads: types, shapes, values, attributes, and it can be added to.</summary>
public sealed class Hdf5WriterTests
{
    private string path = "";

    [SetUp]
    public void MakePath() => path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.h5");

    [TearDown]
    public void DeleteFile() => File.Delete(path);

    private static IEnumerable<(string Name, NDArray Array)> Arrays()
    {
        var numbers = np.arange(0, 6, 1).reshape(2, 3);
        foreach (
            var (name, type) in ((string, NPTypeCode)[])
                [
                    ("float16", NPTypeCode.Half),
                    ("float32", NPTypeCode.Single),
                    ("float64", NPTypeCode.Double),
                    ("int8", NPTypeCode.SByte),
                    ("int16", NPTypeCode.Int16),
                    ("int32", NPTypeCode.Int32),
                    ("int64", NPTypeCode.Int64),
                    ("uint8", NPTypeCode.Byte),
                    ("uint16", NPTypeCode.UInt16),
                    ("uint32", NPTypeCode.UInt32),
                    ("uint64", NPTypeCode.UInt64),
                    ("bool", NPTypeCode.Boolean),
                    ("complex128", NPTypeCode.Complex),
                ]
        )
            yield return (name, numbers.astype(type));
    }

    [Test]
    public void PythonReadsEveryType()
    {
        var file = new Hdf5FileBuilder();
        foreach (var (name, array) in Arrays())
            file.Root.Add($"types/{name}", array);
        file.Root.Add("turned", np.arange(0, 6, 1).astype(NPTypeCode.Single).reshape(2, 3).T);
        file.Root.Add("scalar", NDArray.Scalar(2.5f));
        file.Root.Add("empty", np.zeros(new NumSharp.Shape(0, 4), NPTypeCode.Single));
        file.Root.Add("deep/er/and/deeper/x", np.arange(0, 10, 1).astype(NPTypeCode.Int64));
        file.Write(path);
        ReferencePython.Run(
            """
            import h5py
            f = h5py.File(sys.argv[1])
            expected = np.arange(6).reshape(2, 3)
            for name, d in f["types"].items():
                assert d.dtype == np.dtype(name), (name, d.dtype)
                assert np.array_equal(d[()], expected.astype(name)), name
            assert np.array_equal(f["turned"][()], expected.T.astype("f4"))
            assert f["scalar"].shape == () and f["scalar"][()] == np.float32(2.5)
            assert f["empty"].shape == (0, 4)
            assert np.array_equal(f["deep/er/and/deeper/x"][()], np.arange(10))
            """,
            path
        );
    }

    [Test]
    public void PythonReadsEveryKindOfAttribute()
    {
        var file = new Hdf5FileBuilder();
        file.Root.SetAttribute("text", "größe");
        file.Root.SetAttribute("bytes", "abc", asBytes: true);
        file.Root.SetAttribute("none", "");
        file.Root.SetAttribute("list", ["α", "", "beta"]);
        file.Root.SetAttribute("empty", []);
        file.Root.SetAttribute("long", new string('x', 200_000), asBytes: true);
        file.Root.SetAttribute("many", [.. Enumerable.Range(0, 4000).Select(i => $"name {i}")]);
        file.Root.SetAttribute("numbers", np.arange(0, 6, 1).astype(NPTypeCode.Double).reshape(2, 3));
        file.Root.SetAttribute("scalar", NDArray.Scalar(7L));
        file.Root.Add("x", np.arange(0, 3, 1)).SetAttribute("dtype", "bfloat16");
        file.Write(path);
        ReferencePython.Run(
            """
            import h5py
            f = h5py.File(sys.argv[1])
            a = f.attrs
            assert a["text"] == "größe" and a["bytes"] == "abc" and a["none"] == "", dict(a)
            assert h5py.check_string_dtype(a.get_id("text").dtype).encoding == "utf-8"
            assert h5py.check_string_dtype(a.get_id("bytes").dtype).encoding == "ascii"
            assert list(a["list"]) == ["α", "", "beta"] and a["empty"].shape == (0,)
            assert a["long"] == "x" * 200000 and list(a["many"]) == [f"name {i}" for i in range(4000)]
            assert np.array_equal(a["numbers"], np.arange(6.0).reshape(2, 3)) and a["scalar"] == 7
            assert f["x"].attrs["dtype"] == "bfloat16"
            """,
            path
        );
    }

    [Test]
    public void PythonAddsToWrittenFiles()
    {
        var file = new Hdf5FileBuilder();
        file.Root.Add("a/x", np.arange(0, 3, 1).astype(NPTypeCode.Single));
        file.Root.Group("a").SetAttribute("names", ["x"]);
        file.Write(path);
        ReferencePython.Run(
            """
            import h5py
            with h5py.File(sys.argv[1], "a") as f:
                for i in range(30):
                    f["a"].create_dataset(f"y{i}", data=np.full((4,), i, "f8"), chunks=(2,), compression="gzip")
                f["a"].attrs["more"] = "text"
                f.create_group("b/c")
            """,
            path
        );
        using var read = Hdf5File.Open(path);
        Assert.That(read.Root.FindGroup("a")!.Names, Has.Count.EqualTo(31));
        Assert.That(read.Root.FindDataset("a/y29")!.Read().ToArray<double>(), Is.All.EqualTo(29));
        Assert.That(read.Root["a"].Attributes["more"].ReadString(), Is.EqualTo("text"));
        Assert.That(read.Root.FindDataset("a/x")!.Read().ToArray<float>(), Is.EqualTo(new float[] { 0, 1, 2 }));
    }

    [Test]
    public void AnotherLibraryReadsWrittenFiles()
    {
        var file = new Hdf5FileBuilder();
        file.Root.Add("a/b/x", np.arange(0, 6, 1).astype(NPTypeCode.Single).reshape(2, 3));
        file.Root.Group("a").SetAttribute("names", ["one", "zwölf"]);
        file.Write(path);
        using var read = PureHDF.H5File.OpenRead(path);
        Assert.That(read.Dataset("a/b/x").Read<float[]>(), Is.EqualTo(new float[] { 0, 1, 2, 3, 4, 5 }));
        Assert.That(read.Dataset("a/b/x").Space.Dimensions, Is.EqualTo(new ulong[] { 2, 3 }));
        Assert.That(read.Group("a").Attribute("names").Read<string[]>(), Is.EqualTo(new[] { "one", "zwölf" }));
    }

    [Test]
    public void BFloat16IsRoundedAndReadAsFloat32()
    {
        var array = np.array(1.0f, 1.00390625f, -3.1415927f, float.PositiveInfinity);
        var file = new Hdf5FileBuilder();
        file.Root.Add("x", array, DType.BFloat16);
        file.Write(path);
        using var read = Hdf5File.Open(path);
        var dataset = read.Root.FindDataset("x")!;
        Assert.That(dataset.TypeName, Is.EqualTo("|V2"));
        string expected = ReferencePython.Run(
            """
            import ml_dtypes, json
            values = np.array([1.0, 1.00390625, -3.1415927, np.inf], "f4").astype(ml_dtypes.bfloat16).astype("f4")
            print(json.dumps([int(v) for v in values.view("u4")]))
            """
        );
        var bits = dataset.Read(DType.BFloat16).ToArray<float>().Select(BitConverter.SingleToUInt32Bits);
        Assert.That(bits, Is.EqualTo(JsonSerializer.Deserialize<uint[]>(expected)));
    }

    [Test]
    public void MistakesLeaveNoFile()
    {
        var file = new Hdf5FileBuilder();
        file.Root.Add("x", np.arange(0, 3, 1));
        Assert.Throws<ArgumentException>(() => file.Root.Add("x", np.arange(0, 3, 1)));
        Assert.Throws<ArgumentException>(() => file.Root.Group("x/y"));
        Assert.Throws<NotSupportedException>(() => file.Root.Add("c", np.array('a', 'b')));
        file.Root.SetAttribute("large", np.zeros(new NumSharp.Shape(10_000), NPTypeCode.Double));
        Assert.Throws<ArgumentException>(() => file.Write(path));
        Assert.That(File.Exists(path), Is.False);
    }
}
