namespace KerasSharp.Formats.Hdf5;

/// <summary>Datatype messages as h5py writes them.</summary>
internal static class TypeEncoder
{
    /// <summary>Text of any length: ASCII as h5py does for bytes, UTF-8 as for str.</summary>
    public static byte[] VariableText(bool isUtf8) => Head(9, isUtf8 ? 0x101 : 1, 16).Bytes(Integer(1, false)).ToArray();

    /// <summary>Text of a fixed number of bytes, filled up with zeros.</summary>
    public static byte[] FixedText(int size) => Head(3, 1, size).ToArray();

    /// <summary>The type of numbers.</summary>
    public static byte[] Number(DType dtype) =>
        dtype switch
        {
            DType.Float16 => Float(2, 10, 5, 15),
            DType.Float32 => Float(4, 23, 8, 127),
            DType.Float64 => Float(8, 52, 11, 1023),
            // HDF5 has no bfloat16: two bytes without meaning, as h5py stores them.
            DType.BFloat16 => Head(5, 0, 2).ToArray(),
            DType.Bool => Boolean(),
            DType.Complex128 => Complex(),
            _ when dtype.IsInteger() => Integer(dtype.Size(), dtype is DType.Int8 or DType.Int16 or DType.Int32 or DType.Int64),
            _ => throw new NotSupportedException($"Arrays of {dtype.Name()} cannot be written to HDF5."),
        };

    private static Hdf5Encoder Head(int type, int bits, int size) =>
        new Hdf5Encoder().Byte(0x10 | type).Byte(bits).Byte(bits >> 8).Byte(bits >> 16).UInt32((uint)size);

    private static byte[] Integer(int size, bool signed) => Head(0, signed ? 8 : 0, size).UInt16(0).UInt16(8 * size).ToArray();

    private static byte[] Float(int size, int mantissa, int exponent, int bias)
    {
        int sign = 8 * size - 1;
        return Head(1, 0x20 | sign << 8, size)
            .UInt16(0)
            .UInt16(8 * size)
            .Byte(mantissa)
            .Byte(exponent)
            .Byte(0)
            .Byte(mantissa)
            .UInt32((uint)bias)
            .ToArray();
    }

    private static byte[] Boolean() => Head(8, 2, 1).Bytes(Integer(1, true)).Bytes("FALSE\0\0\0TRUE\0\0\0\0"u8).Byte(0).Byte(1).ToArray();

    private static byte[] Complex()
    {
        var part = Float(8, 52, 11, 1023);
        return Head(6, 2, 16)
            .Bytes("r\0\0\0\0\0\0\0"u8)
            .UInt32(0)
            .Zeros(28)
            .Bytes(part)
            .Bytes("i\0\0\0\0\0\0\0"u8)
            .UInt32(8)
            .Zeros(28)
            .Bytes(part)
            .ToArray();
    }
}
