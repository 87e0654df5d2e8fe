using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Writes elements of an integer slot while running.</summary>
internal static unsafe class IndexWriter
{
    /// <summary>Sets element i.</summary>
    public static void Set(Slot slot, long i, long value)
    {
        switch (slot.DType)
        {
            case DType.Int32:
                ((int*)slot.Pointer)[i] = checked((int)value);
                break;
            case DType.Int64:
                ((long*)slot.Pointer)[i] = value;
                break;
            case DType.Int16:
                ((short*)slot.Pointer)[i] = checked((short)value);
                break;
            case DType.UInt16:
                ((ushort*)slot.Pointer)[i] = checked((ushort)value);
                break;
            case DType.UInt8:
                ((byte*)slot.Pointer)[i] = checked((byte)value);
                break;
            default:
                throw new NotSupportedException($"Indices of type {slot.DType.Name()}. Use int32 or int64.");
        }
    }
}
