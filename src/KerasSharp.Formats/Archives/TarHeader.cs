using System.Text;

namespace KerasSharp.Formats.Archives;

/// <summary>One header block of a tar archive.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Type">Its letter: <c>0</c> a file, <c>5</c> a folder, <c>2</c> a link, <c>x</c> more about the next entry, …</param>
/// <param name="Size">Bytes of data behind the header.</param>
/// <param name="LinkTarget">What a link refers to.</param>
internal sealed record TarHeader(string Name, char Type, long Size, string LinkTarget)
{
    /// <summary>The size of a header, and what data are filled up to.</summary>
    public const int BlockSize = 512;

    private const int SumStart = 148;
    private const int SumLength = 8;

    /// <summary>Whether a block has a header's checksum.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> block) =>
        block.Length == BlockSize && TryNumber(block.Slice(SumStart, SumLength), out long sum) && sum == Sum(block);

    /// <summary>A header's fields; null where it is none.</summary>
    public static TarHeader? Parse(ReadOnlySpan<byte> block)
    {
        if (!IsHeader(block) || !TryNumber(block.Slice(124, 12), out long size) || size < 0)
            return null;
        string name = Text(block[..100]);
        string prefix = block.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(block.Slice(345, 155)) : "";
        char type = block[156] == 0 ? '0' : (char)block[156];
        return new TarHeader(prefix.Length > 0 ? $"{prefix}/{name}" : name, type, size, Text(block.Slice(157, 100)));
    }

    /// <summary>A text up to its first zero.</summary>
    public static string Text(ReadOnlySpan<byte> field) =>
        Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    private static long Sum(ReadOnlySpan<byte> block)
    {
        long sum = SumLength * ' ';
        for (int i = 0; i < block.Length; i++)
            sum += i is >= SumStart and < SumStart + SumLength ? 0 : block[i];
        return sum;
    }

    /// <summary>A number in octal digits, or with its highest bit set in bytes, the highest first.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> field, out long number)
    {
        number = 0;
        if ((field[0] & 0x80) != 0)
            return TryBinary(field, out number);
        foreach (byte digit in field.Trim(" \0"u8))
            if (digit is < (byte)'0' or > (byte)'7' || number > long.MaxValue >> 3)
                return false;
            else
                number = number * 8 + digit - '0';
        return true;
    }

    private static bool TryBinary(ReadOnlySpan<byte> field, out long number)
    {
        number = field[0] & 0x7F;
        foreach (byte digit in field[1..])
            if (number > long.MaxValue >> 8)
                return false;
            else
                number = number << 8 | digit;
        return true;
    }
}
