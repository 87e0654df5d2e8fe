using NumSharp;

namespace KerasSharp;

/// <summary>Names, sizes and kinds of <see cref="DType"/>.</summary>
public static class DTypeExtensions
{
    private static readonly (DType DType, string Name, int Size, Type? Clr)[] Table =
    [
        (DType.Float32, "float32", 4, typeof(float)),
        (DType.Float64, "float64", 8, typeof(double)),
        (DType.Float16, "float16", 2, typeof(Half)),
        (DType.BFloat16, "bfloat16", 2, null),
        (DType.Int8, "int8", 1, typeof(sbyte)),
        (DType.Int16, "int16", 2, typeof(short)),
        (DType.Int32, "int32", 4, typeof(int)),
        (DType.Int64, "int64", 8, typeof(long)),
        (DType.UInt8, "uint8", 1, typeof(byte)),
        (DType.UInt16, "uint16", 2, typeof(ushort)),
        (DType.UInt32, "uint32", 4, typeof(uint)),
        (DType.UInt64, "uint64", 8, typeof(ulong)),
        (DType.Bool, "bool", 1, typeof(bool)),
        (DType.Complex64, "complex64", 8, null),
        (DType.Complex128, "complex128", 16, typeof(System.Numerics.Complex)),
        (DType.String, "string", 0, null),
        (DType.Resource, "resource", 0, null),
    ];

    /// <summary>The name that TensorFlow and Keras use, such as <c>float32</c>.</summary>
    public static string Name(this DType dtype) => Row(dtype).Name;

    /// <summary>The bytes of one element; 0 for strings and resources.</summary>
    public static int Size(this DType dtype) => Row(dtype).Size;

    /// <summary>True for float16, bfloat16, float32 and float64.</summary>
    public static bool IsFloating(this DType dtype) => dtype is DType.Float16 or DType.BFloat16 or DType.Float32 or DType.Float64;

    /// <summary>True for complex64 and complex128.</summary>
    public static bool IsComplex(this DType dtype) => dtype is DType.Complex64 or DType.Complex128;

    /// <summary>True for the signed and unsigned integers, not for bool.</summary>
    public static bool IsInteger(this DType dtype) =>
        dtype is DType.Int8 or DType.Int16 or DType.Int32 or DType.Int64 or DType.UInt8 or DType.UInt16 or DType.UInt32 or DType.UInt64;

    /// <summary>True where a gradient can flow: floating and complex types.</summary>
    public static bool IsDifferentiable(this DType dtype) => dtype.IsFloating() || dtype.IsComplex();

    /// <summary>The type of the name; a leading <c>tf.</c> or a NumPy code is not accepted.</summary>
    /// <exception cref="ArgumentException">The name is no data type.</exception>
    public static DType Parse(string name)
    {
        foreach (var row in Table)
            if (row.Name == name)
                return row.DType;
        throw new ArgumentException($"'{name}' is not a data type. Use one of: {string.Join(", ", Table.Select(row => row.Name))}.");
    }

    /// <summary>The type of the elements of a NumSharp array.</summary>
    /// <exception cref="NotSupportedException">NumSharp's decimal and char have no tensor type.</exception>
    public static DType DTypeOf(NDArray array) => FromClr(array.dtype);

    /// <summary>The data type of a CLR type, such as <see cref="float"/>.</summary>
    /// <exception cref="NotSupportedException">The type has no data type.</exception>
    public static DType FromClr(Type type)
    {
        foreach (var row in Table)
            if (row.Clr == type)
                return row.DType;
        throw new NotSupportedException(
            $"Arrays of {type.Name} cannot become tensors. Convert the array first, for example with array.astype(np.float32)."
        );
    }

    /// <summary>The CLR type of the elements, or null where .NET has none (bfloat16, complex64, string, resource).</summary>
    public static Type? ClrType(this DType dtype) => Row(dtype).Clr;

    private static (DType DType, string Name, int Size, Type? Clr) Row(DType dtype)
    {
        foreach (var row in Table)
            if (row.DType == dtype)
                return row;
        throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "not a data type");
    }
}
