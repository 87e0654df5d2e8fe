namespace KerasSharp.Engines.Torch.Native;

/// <summary>libtorch's numbers of data types (<c>c10::ScalarType</c>, fixed by its file format).</summary>
internal static class ScalarTypes
{
    /// <summary>The number of a data type.</summary>
    /// <exception cref="NotSupportedException">libtorch has none.</exception>
    public static int Of(DType dtype) =>
        dtype switch
        {
            DType.UInt8 => 0,
            DType.Int8 => 1,
            DType.Int16 => 2,
            DType.Int32 => 3,
            DType.Int64 => 4,
            DType.Float16 => 5,
            DType.Float32 => 6,
            DType.Float64 => 7,
            DType.Complex64 => 9,
            DType.Complex128 => 10,
            DType.Bool => 11,
            DType.BFloat16 => 15,
            DType.UInt16 => 27,
            DType.UInt32 => 28,
            DType.UInt64 => 29,
            _ => throw new NotSupportedException($"libtorch has no tensors of {dtype.Name()}."),
        };
}
