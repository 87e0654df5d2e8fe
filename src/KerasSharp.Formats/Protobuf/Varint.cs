namespace KerasSharp.Formats.Protobuf;

/// <summary>Numbers of seven bits a byte, the lowest first, as protobuf and LevelDB write them.</summary>
internal static class Varint
{
    private const int MaxBytes = 10;

    /// <summary>Takes a number from the front of <paramref name="bytes"/>; false where they end within it, or where it is too long.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < Math.Min(MaxBytes, bytes.Length); i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }
        return false;
    }

    /// <summary>Writes a number.</summary>
    public static void Write(Stream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }
}
