using System.Numerics;
using System.Text;
using KerasSharp.Formats.Pickle;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Pickle;

/// <summary>Values that Python pickles, and pickles that ask for what is refused.</summary>
public sealed class PickleFileTests
{
    private const string Values =
        "{'none': None, 'yes': True, 'no': False, 'small': -7, 'byte': 200, 'word': 40000, 'int': -70000, 'long': 2**40, 'big': -3**80, "
        + "'float': 0.1, 'inf': float('-inf'), 'text': 'h\\u00e9\\n\\U0001F600\\\\', 'bytes': b'\\x00\\xff', 'empty': b'', 'list': [1, [2, []]], 'tuple': (1, ('a', None)), "
        + "(1, 'key'): 'pair', 3: 'number', b'raw': 'bytes key', 'long text': 'x' * 300, 'four': (1, 2, 3, 4)}";

    private const string Arrays =
        "[np.arange(6, dtype='>i4').reshape(2, 3), np.asfortranarray(np.arange(6, dtype='f4').reshape(2, 3)), np.array([True, False]), "
        + "np.array(2.5), np.zeros((0, 3), 'u2'), np.array(['a', 'b\\u00e9']), np.array([b'xy', b'z']), np.array([1 + 2j], 'c8'), "
        + "np.array([[1, 'a'], [None, [2]]], dtype=object), np.float32(0.5), np.int64(-3), np.uint64(2**63), np.bool_(True), np.float16(1.5)]";

    [Test]
    public void ReadsPlainDataOfEveryProtocol()
    {
        foreach (object? read in PythonPickles(Values))
            AssertPlainData((Dictionary<object, object?>)read!);
    }

    [Test]
    public void ReadsArraysOfEveryProtocol()
    {
        foreach (object? read in PythonPickles(Arrays))
            AssertArrays((List<object?>)read!);
    }

    [Test]
    public void SharedValuesStayShared()
    {
        foreach (object? read in PythonPickles("(lambda a: (a, a))([1])"))
            Assert.That(((object?[])read!)[0], Is.SameAs(((object?[])read)[1]));
    }

    private static void AssertPlainData(Dictionary<object, object?> read)
    {
        var expected = new Dictionary<string, object?>
        {
            ["none"] = null,
            ["yes"] = true,
            ["no"] = false,
            ["small"] = -7L,
            ["byte"] = 200L,
            ["word"] = 40000L,
            ["int"] = -70000L,
            ["long"] = 1L << 40,
            ["big"] = -BigInteger.Pow(3, 80),
            ["float"] = 0.1,
            ["inf"] = double.NegativeInfinity,
            ["text"] = "hé\n😀\\",
            ["bytes"] = new byte[] { 0, 255 },
            ["empty"] = Array.Empty<byte>(),
            ["list"] = new List<object?>
            {
                1L,
                new List<object?> { 2L, new List<object?>() },
            },
            ["tuple"] = new object?[] { 1L, new object?[] { "a", null } },
            ["long text"] = new string('x', 300),
            ["four"] = new object?[] { 1L, 2L, 3L, 4L },
        };
        foreach (var (key, value) in expected)
            Assert.That(read[key], Is.EqualTo(value), key);
        Assert.That(read[new object?[] { 1L, "key" }], Is.EqualTo("pair"));
        Assert.That(read[3L], Is.EqualTo("number"));
        Assert.That(read["raw"u8.ToArray()], Is.EqualTo("bytes key"));
        Assert.That(read, Has.Count.EqualTo(expected.Count + 3));
    }

    private static void AssertArrays(List<object?> read)
    {
        PickledArray Array(int i) => (PickledArray)read[i]!;
        Assert.That(Array(0).Values!.ToInts(), Is.EqualTo(new long[] { 0, 1, 2, 3, 4, 5 }));
        Assert.That(Array(0).Shape, Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(Array(1).ToNDArray().ToArray<float>(), Is.EqualTo(new[] { 0f, 1, 2, 3, 4, 5 }));
        Assert.That(Array(2).Values!.DType, Is.EqualTo(DType.Bool));
        Assert.That(Array(2).Values!.ToInts(), Is.EqualTo(new long[] { 1, 0 }));
        Assert.That(Array(3).Values!.Elements<double>().ToArray(), Is.EqualTo(new[] { 2.5 }));
        Assert.That(Array(3).Shape, Is.Empty);
        Assert.That(Array(4).Shape, Is.EqualTo(new long[] { 0, 3 }));
        Assert.That(Texts(Array(5)), Is.EqualTo(new[] { "a", "bé" }));
        Assert.That(Texts(Array(6)), Is.EqualTo(new[] { "xy", "z" }));
        Assert.That(Array(7).Values!.Elements<float>().ToArray(), Is.EqualTo(new[] { 1f, 2 }));
        Assert.That(
            Array(8).Objects,
            Is.EqualTo(
                new object?[]
                {
                    1L,
                    "a",
                    null,
                    new List<object?> { 2L },
                }
            )
        );
        Assert.That(read[9..], Is.EqualTo(new object[] { 0.5, -3L, BigInteger.Pow(2, 63), true, 1.5 }));
    }

    [Test]
    public void StringsOfPython2AreLatin1OrBytes()
    {
        byte[] pickle = [(byte)'U', 2, (byte)'h', 0xE9, (byte)'.'];
        Assert.That(PickleFile.Read(pickle, "p"), Is.EqualTo("hé"));
        Assert.That(
            PickleFile.Read(pickle, "p", new PickleOptions { Python2Strings = Python2Strings.Bytes }),
            Is.EqualTo(new byte[] { (byte)'h', 0xE9 })
        );
        Assert.That(Read("S'a\\x41\\101\\n\\'\\q'\np0\n."), Is.EqualTo("aAA\n'\\q"));
    }

    [TestCase("cposix\nsystem\n(S'echo hurt'\ntR.", "posix.system")]
    [TestCase("c__builtin__\neval\n(S'1'\ntR.", "__builtin__.eval")]
    [TestCase("cnumpy\nload\n.", "numpy.load")]
    [TestCase("cnumpy.core.multiarray\n_reconstruct.__globals__\n.", "__globals__")]
    [TestCase("(iposix\nsystem\n.", "class")]
    [TestCase("Pid\n.", "outside")]
    [TestCase("cnumpy\nndarray\n.", "numpy.ndarray")]
    [TestCase("cnumpy\nndarray\n)R.", "numpy.ndarray")]
    [TestCase("cnumpy\ndtype\n(S'V8'\ntR.", "V8")]
    [TestCase("]b.", "none left")]
    [TestCase("0.", "none left")]
    [TestCase("(0.", "none left")]
    [TestCase("e.", "no mark")]
    [TestCase("g5\n.", "nothing was put")]
    [TestCase("}(I1\nu.", "no value")]
    [TestCase("}(]I1\nu.", "dictionary's key")]
    [TestCase("I1x\n.", "integer")]
    [TestCase("F1..5\n.", "float")]
    [TestCase("V\\uZZZZ\n.", "hexadecimal")]
    [TestCase("S'a\n.", "quotes")]
    [TestCase("\u0080\u0009.", "protocol 9")]
    public void Refuses(string pickle, string says)
    {
        var error = Assert.Throws<FileFormatException>(() => Read(pickle))!;
        Assert.That(error.Message, Does.Contain(says).And.StartWith("'p', byte "));
    }

    [Test]
    public void RefusesAListInItself() =>
        Assert.That(Assert.Throws<FileFormatException>(() => Read("]q\0h\0a."))!.Message, Does.Contain("contains itself"));

    [Test]
    public void ABillionLaughsAreRefusedAndTakeNoMemory()
    {
        string doubled = string.Concat(Enumerable.Range(1, 100).Select(i => $"(g{i - 1}\ng{i - 1}\nlp{i}\n"));
        long before = GC.GetTotalAllocatedBytes();
        var error = Assert.Throws<FileFormatException>(() => Read("]p0\n" + doubled + "."))!;
        Assert.That(error.Message, Does.Contain("100000000 values"));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(1 << 20));
    }

    [Test]
    public void EndlessDepthIsRefused()
    {
        string deep = new string(']', 100_000) + new string('a', 99_999) + ".";
        Assert.That(Assert.Throws<FileFormatException>(() => Read(deep))!.Message, Does.Contain("500 deep"));
        Assert.That(Read(new string(']', 500) + new string('a', 499) + "."), Is.InstanceOf<List<object?>>());
    }

    [Test]
    public void OneBlockOfDataForAThousandArraysIsRefused()
    {
        string data = "T\u0000\u0010\u0000\u0000" + new string('x', 4096) + "p0\n";
        string type = "cnumpy\ndtype\n(S'u1'\ntRp1\n";
        string array = "cnumpy.core.numeric\n_frombuffer\n(g0\ng1\n(I4096\ntS'C'\ntR";
        var error = Assert.Throws<FileFormatException>(() =>
            Read(data + type + string.Concat(Enumerable.Repeat(array + "0", 1000)) + ".")
        )!;
        Assert.That(error.Message, Does.Contain("again and again"));
    }

    [TestCase("B\u00ff\u00ff\u00ff\u007f.")]
    [TestCase("\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff.")]
    [TestCase("\u0095\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f.")]
    public void DeclaredSizesAreNotAllocated(string pickle)
    {
        long before = GC.GetTotalAllocatedBytes();
        Assert.That(() => Read(pickle), Throws.TypeOf<FileFormatException>());
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(1 << 20));
    }

    private static object? Read(string pickle) => PickleFile.Read(Encoding.Latin1.GetBytes(pickle), "p");

    /// <summary>What is read of a Python expression's value pickled by protocols 0 to 5.</summary>
    private static object?[] PythonPickles(string expression)
    {
        string folder = Directory.CreateTempSubdirectory("kerassharp-pickle-").FullName;
        try
        {
            ReferencePython.Run(
                $"import pickle\nvalue = {expression}\nfor p in range(6): pickle.dump(value, open(sys.argv[1] + f'/{{p}}', 'wb'), p)",
                folder
            );
            return [.. Enumerable.Range(0, 6).Select(protocol => PickleFile.Read(Path.Combine(folder, $"{protocol}")))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Texts(PickledArray array) => [.. array.Values!.Strings.Select(Encoding.UTF8.GetString)];
}
