using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KerasSharp.Testing;

/// <summary>The header of a .npy file: element type, order and shape, and where the data begin.</summary>
internal sealed partial record NpyHeader(NpyType Type, bool FortranOrder, long[] Shape, int DataOffset)
{
    public static NpyHeader Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < 10 || file[0] != 0x93 || !file[1..6].SequenceEqual("NUMPY"u8))
            throw new InvalidDataException("Not a .npy file: it does not begin with \\x93NUMPY.");
        int start = file[6] == 1 ? 10 : 12;
        if (file.Length < start)
            throw new InvalidDataException("The .npy file ends inside its header.");
        long length = file[6] switch
        {
            1 => BinaryPrimitives.ReadUInt16LittleEndian(file[8..]),
            2 or 3 => BinaryPrimitives.ReadUInt32LittleEndian(file[8..]),
            _ => throw new InvalidDataException($"Version {file[6]} of .npy is not known; 1 to 3 are."),
        };
        if (start + length > file.Length)
            throw new InvalidDataException("The .npy file ends inside its header.");
        string text = Encoding.UTF8.GetString(file.Slice(start, (int)length));
        return new NpyHeader(
            NpyType.Parse(Field(text, DescriptionPattern())),
            Field(text, OrderPattern()) == "True",
            ParseShape(Field(text, ShapePattern())),
            start + (int)length
        );
    }

    private static string Field(string header, Regex pattern)
    {
        Match match = pattern.Match(header);
        return match.Success
            ? match.Groups[1].Value
            : throw new NotSupportedException($"The .npy header is not one of a plain array: {header.Trim()}");
    }

    private static long[] ParseShape(string text) =>
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(size => long.Parse(size, CultureInfo.InvariantCulture)),
        ];

    [GeneratedRegex(@"'descr'\s*:\s*'([^']*)'")]
    private static partial Regex DescriptionPattern();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(True|False)")]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape'\s*:\s*\(([^)]*)\)")]
    private static partial Regex ShapePattern();
}
