namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Reads values out of slots on the host.</summary>
internal static unsafe class PlanValues
{
    /// <summary>The elements of an integer slot.</summary>
    public static long[] ReadInts(Slot slot)
    {
        var values = new long[slot.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = slot.DType switch
            {
                DType.Int32 => ((int*)slot.Pointer)[i],
                DType.Int64 => ((long*)slot.Pointer)[i],
                DType.Int16 => ((short*)slot.Pointer)[i],
                DType.Int8 => ((sbyte*)slot.Pointer)[i],
                DType.UInt8 or DType.Bool => ((byte*)slot.Pointer)[i],
                DType.UInt16 => ((ushort*)slot.Pointer)[i],
                DType.UInt32 => ((uint*)slot.Pointer)[i],
                DType.UInt64 => unchecked((long)((ulong*)slot.Pointer)[i]),
                _ => throw new InvalidOperationException($"Elements of type {slot.DType.Name()} are not integers."),
            };
        return values;
    }
}
