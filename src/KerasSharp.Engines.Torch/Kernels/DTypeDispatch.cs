namespace KerasSharp.Engines.Torch.Kernels;

/// <summary>From a data type, known when running, to code that is generic over CLR types.</summary>
internal static class DTypeDispatch
{
    /// <summary>Calls a visitor with the CLR type of a numeric data type, and null where there is none.</summary>
    /// <exception cref="NotSupportedException">The type has no numbers of .NET.</exception>
    public static Action? Numeric(DType dtype, INumericVisitor visitor) =>
        dtype switch
        {
            DType.Float32 => visitor.Visit<float>(),
            DType.Float64 => visitor.Visit<double>(),
            DType.Float16 => visitor.Visit<Half>(),
            DType.Int8 => visitor.Visit<sbyte>(),
            DType.Int16 => visitor.Visit<short>(),
            DType.Int32 => visitor.Visit<int>(),
            DType.Int64 => visitor.Visit<long>(),
            DType.UInt8 or DType.Bool => visitor.Visit<byte>(),
            DType.UInt16 => visitor.Visit<ushort>(),
            DType.UInt32 => visitor.Visit<uint>(),
            DType.UInt64 => visitor.Visit<ulong>(),
            _ => throw Unsupported(dtype),
        };

    /// <summary>Calls a visitor with the CLR type of a floating data type.</summary>
    /// <exception cref="NotSupportedException">The type is not floating, or .NET lacks it.</exception>
    public static Action? Floating(DType dtype, IFloatVisitor visitor) =>
        dtype switch
        {
            DType.Float32 => visitor.Visit<float>(),
            DType.Float64 => visitor.Visit<double>(),
            DType.Float16 => visitor.Visit<Half>(),
            _ => throw Unsupported(dtype),
        };

    /// <summary>Calls a visitor with an unsigned integer of the size of a data type's elements.</summary>
    /// <exception cref="NotSupportedException">The elements are strings or resources.</exception>
    public static Action? Element(DType dtype, IElementVisitor visitor) =>
        dtype.Size() switch
        {
            1 => visitor.Visit<byte>(),
            2 => visitor.Visit<ushort>(),
            4 => visitor.Visit<uint>(),
            8 => visitor.Visit<ulong>(),
            16 => visitor.Visit<UInt128>(),
            _ => throw Unsupported(dtype),
        };

    private static NotSupportedException Unsupported(DType dtype) =>
        new($"The Torch engine has no kernel of this op for {dtype.Name()}. Cast the input (Op.Cast).");
}
