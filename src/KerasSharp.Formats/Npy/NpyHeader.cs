using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace KerasSharp.Formats.Npy;

/// <summary>The start of an npy file: what its elements are, how many, and in which order.</summary>
internal sealed record NpyHeader(NpyType Type, long[] Shape, bool FortranOrder)
{
    /// <summary>NumPy leaves room for a longer first dimension, so that a file can grow.</summary>
    private const int GrowthDigits = 21;
    private const int Alignment = 64;
    private const int FirstVersionPrefix = 10;
    private const int LaterVersionPrefix = 12;

    /// <summary>The version of the format, 1 to 3, that the file has.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Where the elements begin, in bytes from the start of the npy file.</summary>
    public long DataOffset { get; init; }

    /// <summary>The number of elements.</summary>
    public long Count => Shape.Contains(0) ? 0 : Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>The bytes of all elements.</summary>
    public long DataLength => Count * Type.ItemSize;

    /// <summary>The header as NumPy writes it: padded to 64 bytes, of the oldest version that can hold it.</summary>
    public byte[] ToBytes()
    {
        var text = $"{{'descr': '{Type.Descr}', 'fortran_order': {(FortranOrder ? "True" : "False")}, 'shape': {ShapeText()}, }}{Growth()}";
        var prefix = Padded(text.Length, FirstVersionPrefix) <= ushort.MaxValue ? FirstVersionPrefix : LaterVersionPrefix;
        var length = Padded(text.Length, prefix);
        var bytes = new byte[prefix + length];
        bytes.AsSpan().Fill((byte)' ');
        NpyMagic.Magic.CopyTo(bytes);
        bytes[6] = prefix == FirstVersionPrefix ? (byte)1 : (byte)2;
        bytes[7] = 0;
        if (prefix == FirstVersionPrefix)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)length);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)length);
        Encoding.Latin1.GetBytes(text, bytes.AsSpan(prefix));
        bytes[^1] = (byte)'\n';
        return bytes;
    }

    /// <summary>The length of text, spaces and line end, so that the elements begin at a multiple of 64.</summary>
    private static int Padded(int text, int prefix)
    {
        var used = prefix + text + 1;
        return used + Alignment - (used % Alignment) - prefix;
    }

    private string ShapeText() =>
        Shape switch
        {
            [var only] => string.Create(CultureInfo.InvariantCulture, $"({only},)"),
            _ => $"({string.Join(", ", Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))})",
        };

    private string Growth() =>
        Shape.Length == 0 ? "" : new string(' ', GrowthDigits - Shape[FortranOrder ? ^1 : 0].ToString(CultureInfo.InvariantCulture).Length);
}
