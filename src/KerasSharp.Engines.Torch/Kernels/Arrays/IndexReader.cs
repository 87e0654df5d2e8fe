using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Reads elements of an integer slot while running.</summary>
internal readonly unsafe struct IndexReader(Slot slot)
{
    private readonly nint pointer = slot.Pointer;
    private readonly DType dtype = slot.DType;

    /// <summary>Element i.</summary>
    public long this[long i] =>
        dtype switch
        {
            DType.Int32 => ((int*)pointer)[i],
            DType.Int64 => ((long*)pointer)[i],
            DType.Int16 => ((short*)pointer)[i],
            DType.UInt8 => ((byte*)pointer)[i],
            DType.Int8 => ((sbyte*)pointer)[i],
            DType.UInt16 => ((ushort*)pointer)[i],
            DType.UInt32 => ((uint*)pointer)[i],
            _ => throw new NotSupportedException($"Indices of type {dtype.Name()}. Use int32 or int64."),
        };
}
