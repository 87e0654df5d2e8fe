using System.Buffers.Binary;

namespace KerasSharp.Formats.Images;

/// <summary>
/// Makes a JPEG decode to its stored planes. TensorFlow's gray is the plane of brightness itself, which differs from the gray of the colours where these were out
/// of range. Skia gives colours only, but none are computed where the components say that they are red, green and blue already.
/// </summary>
internal static class JpegLuma
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Jfif = 0xE0;
    private const byte Adobe = 0xEE;
    private const byte Unused = 0xEC;
    private const int AdobeTransform = 15;

    /// <summary>The same JPEG with components named R, G and B, the first of which is brightness; null where it is no JPEG of brightness and two colours.</summary>
    public static byte[]? TryRename(byte[] jpeg)
    {
        var bytes = (byte[])jpeg.Clone();
        byte[]? names = null;
        for (int at = 2; at + 4 <= bytes.Length; )
        {
            if (bytes[at] != 0xFF || bytes[at + 1] == EndOfImage)
                break;
            int length = bytes[at + 1] == 0xFF ? -1 : BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            int end = at + 2 + length;
            if (end > bytes.Length || !TryRename(bytes, at, length, ref names))
                return null;
            at = bytes[at + 1] == StartOfScan ? NextMarker(bytes, end) : end;
        }
        return names is null ? null : bytes;
    }

    private static bool TryRename(byte[] bytes, int at, int length, ref byte[]? names)
    {
        byte marker = bytes[at + 1];
        if (marker == Adobe && length > AdobeTransform - 4 && bytes[at + AdobeTransform] == 0)
            return false;
        if (marker is Jfif or Adobe)
            bytes[at + 1] = Unused;
        else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
        {
            if (length < 17 || bytes[at + 9] != 3)
                return false;
            names = [bytes[at + 10], bytes[at + 13], bytes[at + 16]];
            for (int i = 0; i < 3; i++)
                bytes[at + 10 + 3 * i] = (byte)"RGB"[i];
        }
        else if (marker == StartOfScan)
            return names is not null && TryRenameScan(bytes, at, length, names);
        return true;
    }

    private static bool TryRenameScan(byte[] bytes, int at, int length, byte[] names)
    {
        int count = bytes[at + 4];
        for (int i = 0; i < count && 5 + 2 * i < 2 + length; i++)
        {
            int component = Array.IndexOf(names, bytes[at + 5 + 2 * i]);
            if (component < 0)
                return false;
            bytes[at + 5 + 2 * i] = (byte)"RGB"[component];
        }
        return true;
    }

    /// <summary>The end of a scan's data: 0xFF that neither stands for itself nor is a restart.</summary>
    private static int NextMarker(byte[] bytes, int at)
    {
        while (at + 1 < bytes.Length && (bytes[at] != 0xFF || bytes[at + 1] is 0 or >= 0xD0 and <= 0xD7))
            at++;
        return at;
    }
}
