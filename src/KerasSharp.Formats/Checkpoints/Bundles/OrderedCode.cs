using System.Buffers.Binary;
using System.Numerics;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>Bytes whose order is that of what they stand for, as TensorFlow writes the keys of a tensor's parts.</summary>
internal static class OrderedCode
{
    private const int MaxBytes = 10;

    /// <summary>A number of 0 or more: the count of its bytes, then the bytes, highest first.</summary>
    public static void WriteNumber(Stream stream, ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        int length = sizeof(ulong) - BitOperations.LeadingZeroCount(value) / 8;
        stream.WriteByte((byte)length);
        stream.Write(bytes[^length..]);
    }

    /// <summary>Bytes with 0 and 255 escaped, and an end mark.</summary>
    public static void WriteBytes(Stream stream, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            stream.WriteByte(value);
            if (value is 0 or 255)
                stream.WriteByte((byte)~value);
        }
        stream.Write([0, 1]);
    }

    /// <summary>Any number: its sign and as many bits as its length takes, then its bits.</summary>
    public static void WriteSigned(Stream stream, long value)
    {
        int bits = 64 - BitOperations.LeadingZeroCount((ulong)(value < 0 ? ~value : value));
        // A byte has one bit for the length, and the first one a bit for the sign.
        int length = bits / 7 + 1;
        Span<byte> bytes = stackalloc byte[MaxBytes];
        bytes.Fill(value < 0 ? (byte)255 : (byte)0);
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], value);
        bytes = bytes[^length..];
        // The length in ones from the top, which turn to zeros where the number is negative.
        int header = 0xFFFF << (16 - length);
        bytes[0] ^= (byte)(header >> 8);
        if (length > 1)
            bytes[1] ^= (byte)header;
        stream.Write(bytes);
    }
}
