using System.Buffers.Binary;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>The few fields of TensorFlow's <c>ConfigProto</c> that are set, in protobuf's wire format.</summary>
internal static class SessionConfig
{
    private const int IntraOpThreads = 2;
    private const int InterOpThreads = 5;
    private const int GpuOptions = 6;
    private const int SoftPlacement = 7;
    private const int GpuMemoryFraction = 1;
    private const int GpuAllowGrowth = 4;

    /// <summary>The message: fields in order, those left out that have protobuf's default.</summary>
    public static byte[] Serialize(TensorFlowOptions options)
    {
        byte[] gpu =
        [
            .. options.MemoryFraction is { } fraction ? Double(GpuMemoryFraction, fraction) : [],
            .. Varint(GpuAllowGrowth, options.MemoryGrowth ? 1 : 0),
        ];
        return
        [
            .. Varint(IntraOpThreads, options.IntraOpThreads),
            .. Varint(InterOpThreads, options.InterOpThreads),
            (byte)(GpuOptions << 3 | 2),
            (byte)gpu.Length,
            .. gpu,
            .. Varint(SoftPlacement, options.SoftPlacement ? 1 : 0),
        ];
    }

    private static List<byte> Varint(int field, int value)
    {
        if (value == 0)
            return [];
        List<byte> bytes = [(byte)(field << 3)];
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return bytes;
    }

    private static byte[] Double(int field, double value)
    {
        var bytes = new byte[9];
        bytes[0] = (byte)(field << 3 | 1);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(1), value);
        return bytes;
    }
}
