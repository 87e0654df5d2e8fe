using System.Globalization;
using System.Numerics;
using System.Text;

namespace KerasSharp.Formats.Pickle;

/// <summary>Reads the values that one instruction holds in full: numbers, texts, bytes.</summary>
/// <param name="reader">The pickle.</param>
/// <param name="options">What becomes of the strings of Python 2.</param>
internal sealed class PickleScalars(PickleReader reader, PickleOptions options)
{
    /// <summary>As many digits as Python itself reads; more take time that grows with their square.</summary>
    private const int MaximumDigits = 4300;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Reads the value of an instruction, if it is one that holds a value.</summary>
    public bool TryRead(PickleOpcode opcode, out object? value) => TryReadNumber(opcode, out value) || TryReadText(opcode, out value);

    private bool TryReadNumber(PickleOpcode opcode, out object? value)
    {
        object? none = null;
        (bool known, value) = opcode switch
        {
            PickleOpcode.None => (true, none),
            PickleOpcode.NewTrue => (true, true),
            PickleOpcode.NewFalse => (true, false),
            PickleOpcode.Int => (true, TextInt()),
            PickleOpcode.Long => (true, TextLong()),
            PickleOpcode.BinInt => (true, (long)reader.Int32()),
            PickleOpcode.BinInt1 => (true, (long)reader.Byte()),
            PickleOpcode.BinInt2 => (true, (long)reader.UInt16()),
            PickleOpcode.Long1 => (true, BinaryLong(reader.Block8())),
            PickleOpcode.Long4 => (true, BinaryLong(reader.Block32())),
            PickleOpcode.Float => (true, TextFloat()),
            PickleOpcode.BinFloat => (true, reader.Float64()),
            _ => (false, none),
        };
        return known;
    }

    private bool TryReadText(PickleOpcode opcode, out object? value)
    {
        value = opcode switch
        {
            PickleOpcode.String => Python2(PickleEscapes.DecodeString(reader)),
            PickleOpcode.BinString => Python2(reader.Block32()),
            PickleOpcode.ShortBinString => Python2(reader.Block8()),
            PickleOpcode.Unicode => PickleEscapes.DecodeUnicode(reader),
            PickleOpcode.ShortBinUnicode => Utf8(reader.Block8()),
            PickleOpcode.BinUnicode => Utf8(reader.Block32()),
            PickleOpcode.BinUnicode8 => Utf8(reader.Block64()),
            PickleOpcode.ShortBinBytes => new PickledBytes(reader.Block8(), isText: false),
            PickleOpcode.BinBytes => new PickledBytes(reader.Block32(), isText: false),
            PickleOpcode.BinBytes8 or PickleOpcode.ByteArray8 => new PickledBytes(reader.Block64(), isText: false),
            _ => null,
        };
        return value is not null;
    }

    private PickledBytes Python2(ReadOnlyMemory<byte> content) => new(content, options.Python2Strings == Python2Strings.Latin1);

    private string Utf8(ReadOnlyMemory<byte> content)
    {
        try
        {
            return StrictUtf8.GetString(content.Span);
        }
        catch (DecoderFallbackException e)
        {
            throw reader.Error($"expected UTF-8 text of {content.Length} bytes; its bytes are not UTF-8.", e);
        }
    }

    private object TextInt()
    {
        var line = reader.Line();
        if (line.SequenceEqual("00"u8) || line.SequenceEqual("01"u8))
            return line[1] == (byte)'1';
        return ParseInteger(Encoding.Latin1.GetString(line));
    }

    private object TextLong() => ParseInteger(Encoding.Latin1.GetString(reader.Line()).TrimEnd('L'));

    private object ParseInteger(string digits)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign;
        if (long.TryParse(digits, style, CultureInfo.InvariantCulture, out long small))
            return small;
        if (digits.Length <= MaximumDigits && BigInteger.TryParse(digits, style, CultureInfo.InvariantCulture, out var big))
            return big;
        throw reader.Error($"expected an integer of at most {MaximumDigits} digits, got '{Shortened(digits)}'.");
    }

    private static object BinaryLong(ReadOnlyMemory<byte> content)
    {
        var number = new BigInteger(content.Span);
        return number >= long.MinValue && number <= long.MaxValue ? (long)number : (object)number;
    }

    private double TextFloat()
    {
        string text = Encoding.Latin1.GetString(reader.Line());
        return text switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" or "-nan" => double.NaN,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) => value,
            _ => throw reader.Error($"expected a float, got '{Shortened(text)}'."),
        };
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
