namespace KerasSharp.Formats.Hdf5;

/// <summary>Types of numbers.</summary>
internal static class NumberTypes
{
    /// <summary>A fixed-point type.</summary>
    public static ElementType Integer(ref Hdf5Cursor cursor, int bits, int size)
    {
        int offset = cursor.UInt16();
        int precision = cursor.UInt16();
        bool signed = (bits & 8) != 0;
        DType? dtype = (size, signed) switch
        {
            (1, true) => DType.Int8,
            (2, true) => DType.Int16,
            (4, true) => DType.Int32,
            (8, true) => DType.Int64,
            (1, false) => DType.UInt8,
            (2, false) => DType.UInt16,
            (4, false) => DType.UInt32,
            (8, false) => DType.UInt64,
            _ => null,
        };
        bool whole = offset == 0 && precision == 8 * size;
        return Number(signed ? 'i' : 'u', size, (bits & 1) != 0, whole ? dtype : null);
    }

    /// <summary>A floating-point type; only those of IEEE 754 and bfloat16 have values here.</summary>
    public static ElementType Float(ref Hdf5Cursor cursor, int bits, int size)
    {
        cursor.Skip(4);
        var layout = (cursor.Byte(), cursor.Byte(), cursor.Byte(), cursor.Byte(), cursor.UInt32());
        DType? dtype = (size, layout) switch
        {
            (2, (10, 5, 0, 10, 15)) => DType.Float16,
            (2, (7, 8, 0, 7, 127)) => DType.BFloat16,
            (4, (23, 8, 0, 23, 127)) => DType.Float32,
            (8, (52, 11, 0, 52, 1023)) => DType.Float64,
            _ => null,
        };
        return Number('f', size, (bits & 1) != 0, dtype);
    }

    /// <summary>Two floats, real and imaginary.</summary>
    public static ElementType Complex(ElementType real, int size) =>
        real.As(
            real.Name[0] + $"c{size}",
            real.DType switch
            {
                DType.Float32 => DType.Complex64,
                DType.Float64 => DType.Complex128,
                _ => null,
            }
        ) with
        {
            Size = size,
        };

    private static ElementType Number(char kind, int size, bool bigEndian, DType? dtype) =>
        new(
            (
                size == 1 ? "|"
                : bigEndian ? ">"
                : "<"
            ) + $"{kind}{size}",
            size,
            dtype
        )
        {
            SwapSize = bigEndian && size > 1 ? size : 0,
        };
}
