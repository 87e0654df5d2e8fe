namespace KerasSharp.Testing.Tests;

/// <summary>Files are those that NumPy writes, in base64.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class NpyReaderTests
{
    private static readonly TestCaseData[] Numbers =
    [
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAA==",
            "b1",
            new long[] { 2 },
            new double[] { 1.0, 0.0 }
        ).SetName("bool"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfGkxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAqAfw==",
            "i1",
            new long[] { 2 },
            new double[] { -128.0, 127.0 }
        ).SetName("int8"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPmkyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr//gEs",
            "i2",
            new long[] { 2 },
            new double[] { -2.0, 300.0 }
        ).SetName("int16 big-endian"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAwAAAAEAAAAEAAAAAgAAAAUAAAA=",
            "i4",
            new long[] { 2, 3 },
            new double[] { 0.0, 1.0, 2.0, 3.0, 4.0, 5.0 }
        ).SetName("int32 Fortran"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoADvrV/v///w==",
            "i8",
            new long[] { },
            new double[] { -5000000000.0 }
        ).SetName("int64"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsIDEpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr6",
            "u1",
            new long[] { 1, 1 },
            new double[] { 250.0 }
        ).SetName("uint8"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPHUyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr//w==",
            "u2",
            new long[] { 1 },
            new double[] { 65535.0 }
        ).SetName("uint16"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPHU0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr/////",
            "u4",
            new long[] { 1 },
            new double[] { 4294967295.0 }
        ).SetName("uint32"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPHU4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAEAAA==",
            "u8",
            new long[] { 1 },
            new double[] { 1099511627776.0 }
        ).SetName("uint64"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAOADA",
            "f2",
            new long[] { 2 },
            new double[] { 0.5, -2.0 }
        ).SetName("float16"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAQEAAAD+AAABAgAAAQAAAAECgAAA/AAAAQGAAAD/AAABAkAAAQCAAAECwAAA=",
            "f4",
            new long[] { 2, 3, 2 },
            new double[] { 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5 }
        ).SetName("float32 Fortran big-endian 3-D"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDAsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo=",
            "f8",
            new long[] { 0, 3 },
            new double[] { }
        ).SetName("float64 empty"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPmM4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo/gAAAQAAAAEBAAADAgAAA",
            "c8",
            new long[] { 2 },
            new double[] { 1.0, 2.0, 3.0, -4.0 }
        ).SetName("complex64 big-endian"),
        new TestCaseData(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGMxNicsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgxLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAOC/",
            "c16",
            new long[] { 1 },
            new double[] { 1.5, -0.5 }
        ).SetName("complex128"),
        new TestCaseData(
            "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8aTQnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAAgAAAA==",
            "i4",
            new long[] { 2 },
            new double[] { 1, 2 }
        ).SetName("format 2"),
    ];

    [TestCaseSource(nameof(Numbers))]
    public void NumbersAreReadInRowOrder(string file, string dtype, long[] shape, double[] values)
    {
        GoldenArray array = Read(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(array.NumpyDtype, Is.EqualTo(dtype));
            Assert.That(array.Shape, Is.EqualTo(shape));
            Assert.That(array.ToDoubles(), Is.EqualTo(values));
        }
    }

    [TestCaseSource(nameof(Numbers))]
    public void NumSharpGetsTheSameValues(string file, string dtype, long[] shape, double[] values)
    {
        NumSharp.NDArray array = Read(file).ToNDArray();
        Assert.That(array.shape, Is.EqualTo(shape));
        Closeness.AssertClose(Read(file), array, rtol: 0, atol: 0, dtype);
        Assert.That(FirstParts(array), Is.EqualTo(dtype[0] == 'c' ? values.Where((_, i) => i % 2 == 0) : values));
    }

    [TestCase(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPFUzJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAphAAAAYgAAAAAAAADpAAAAAAAAAAAAAADlZQAALGcAAHgAAAA=",
        "U",
        new[] { "ab", "é", "日本x" }
    )]
    [TestCase(
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPlUyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAADpAAAAAAAAAHoAAAAA",
        "U",
        new[] { "é", "z" }
    )]
    public void UnicodeStringsAreRead(string file, string dtype, string[] expected)
    {
        GoldenArray array = Read(file);
        Assert.That(array.NumpyDtype, Is.EqualTo(dtype));
        Assert.That(array.Strings, Is.EqualTo(expected));
    }

    [Test]
    public void ByteStringsKeepBytesThatAreNoText()
    {
        GoldenArray array = Read(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfFM0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAphYgAA/3h5eg=="
        );
        Assert.That(array.NumpyDtype, Is.EqualTo("S"));
        Assert.That(array.StringBytes, Is.EqualTo(new[] { "ab"u8.ToArray(), [0xFF, (byte)'x', (byte)'y', (byte)'z'] }));
    }

    [Test]
    public void ArrayOfTypeNeedsItsElementSize()
    {
        GoldenArray array = Read(
            "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8aTQnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAAgAAAA=="
        );
        Assert.That(array.ToArray<int>(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(() => array.ToArray<long>(), Throws.InvalidOperationException);
    }

    [Test]
    public void StructuredTypesAreRefused() =>
        Assert.That(
            () =>
                Read(
                    "k05VTVBZAQB2AHsnZGVzY3InOiBbKCdhJywgJzxpNCcpXSwgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAA=="
                ),
            Throws.TypeOf<NotSupportedException>()
        );

    [Test]
    public void EveryCutFileIsRefused()
    {
        byte[] file = Convert.FromBase64String(
            "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8aTQnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAAgAAAA=="
        );
        for (int length = 0; length < file.Length; length++)
            Assert.That(() => NpyReader.Read(file.AsSpan(0, length)), Throws.TypeOf<InvalidDataException>(), $"cut to {length} bytes");
    }

    /// <summary>The numbers, of complex ones the real parts, as NumSharp converts them.</summary>
    private static double[] FirstParts(NumSharp.NDArray array) =>
        array.typecode == NumSharp.NPTypeCode.Complex
            ? [.. array.ToArray<System.Numerics.Complex>().Select(value => value.Real)]
            : array.astype(NumSharp.NPTypeCode.Double).ToArray<double>();

    private static GoldenArray Read(string base64) => NpyReader.Read(Convert.FromBase64String(base64));
}
