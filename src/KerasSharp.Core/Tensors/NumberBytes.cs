namespace KerasSharp;

/// <summary>Numbers as the bytes of an element of any data type.</summary>
internal static class NumberBytes
{
    /// <summary>The little-endian bytes of a number as one element of <paramref name="dtype"/>.</summary>
    public static byte[] Of(double value, DType dtype) =>
        dtype switch
        {
            DType.Float32 => BitConverter.GetBytes((float)value),
            DType.Float64 => BitConverter.GetBytes(value),
            DType.Float16 => BitConverter.GetBytes((Half)value),
            DType.BFloat16 => BitConverter.GetBytes(RoundToBFloat16((float)value)),
            DType.Int8 => [unchecked((byte)(sbyte)value)],
            DType.UInt8 => [(byte)value],
            DType.Bool => [value != 0 ? (byte)1 : (byte)0],
            DType.Int16 => BitConverter.GetBytes((short)value),
            DType.UInt16 => BitConverter.GetBytes((ushort)value),
            DType.Int32 => BitConverter.GetBytes((int)value),
            DType.UInt32 => BitConverter.GetBytes((uint)value),
            DType.Int64 => BitConverter.GetBytes((long)value),
            DType.UInt64 => BitConverter.GetBytes((ulong)value),
            DType.Complex64 => [.. BitConverter.GetBytes((float)value), .. BitConverter.GetBytes(0f)],
            DType.Complex128 => [.. BitConverter.GetBytes(value), .. BitConverter.GetBytes(0.0)],
            _ => throw new NotSupportedException($"A number cannot become an element of type {dtype.Name()}."),
        };

    /// <summary>Element <paramref name="index"/> of integers or bools as a 64-bit integer.</summary>
    public static long ReadInt(ReadOnlySpan<byte> bytes, int index, DType dtype) =>
        dtype switch
        {
            DType.Int8 => (sbyte)bytes[index],
            DType.UInt8 or DType.Bool => bytes[index],
            DType.Int16 => BitConverter.ToInt16(bytes[(index * 2)..]),
            DType.UInt16 => BitConverter.ToUInt16(bytes[(index * 2)..]),
            DType.Int32 => BitConverter.ToInt32(bytes[(index * 4)..]),
            DType.UInt32 => BitConverter.ToUInt32(bytes[(index * 4)..]),
            DType.Int64 => BitConverter.ToInt64(bytes[(index * 8)..]),
            DType.UInt64 => unchecked((long)BitConverter.ToUInt64(bytes[(index * 8)..])),
            _ => throw new InvalidOperationException($"Elements of type {dtype.Name()} are not integers."),
        };

    /// <summary>The upper half of a float's bits, rounded to nearest even; NaN stays NaN.</summary>
    public static ushort RoundToBFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)0x7FC0 : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
