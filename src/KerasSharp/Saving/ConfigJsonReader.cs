using System.Globalization;
using System.Text;

namespace KerasSharp.Saving;

/// <summary>Reads JSON text into the types of a <see cref="Config"/>, with Python's NaN and Infinity.</summary>
internal sealed class ConfigJsonReader(string text)
{
    private const int MaximumDepth = 200;
    private int position;
    private int depth;

    public object? ReadDocument()
    {
        var value = ReadValue();
        SkipSpace();
        return position == text.Length ? value : throw Error("expected the end of the text");
    }

    private object? ReadValue()
    {
        SkipSpace();
        if (++depth > MaximumDepth)
            throw Error($"more than {MaximumDepth} objects stand inside each other");
        object? value = Peek() switch
        {
            '{' => ReadObject(),
            '[' => ReadList(),
            '"' => ReadString(),
            _ => ReadWord(),
        };
        depth--;
        return value;
    }

    private Config ReadObject()
    {
        var config = new Config();
        foreach (var _ in Items('}'))
        {
            SkipSpace();
            var key = ReadString();
            SkipSpace();
            Expect(':');
            config[key] = ReadValue();
        }
        return config;
    }

    private List<object?> ReadList()
    {
        var list = new List<object?>();
        foreach (var _ in Items(']'))
            list.Add(ReadValue());
        return list;
    }

    /// <summary>One step for every item between the bracket at the position and its end.</summary>
    private IEnumerable<int> Items(char close)
    {
        position++;
        SkipSpace();
        if (Peek() == close)
        {
            position++;
            yield break;
        }
        for (int index = 0; ; index++)
        {
            yield return index;
            SkipSpace();
            if (Peek() == close)
            {
                position++;
                yield break;
            }
            Expect(',');
        }
    }

    private string ReadString()
    {
        Expect('"');
        var result = new StringBuilder();
        while (Peek() != '"')
        {
            char c = text[position++];
            result.Append(c == '\\' ? ReadEscape() : c);
        }
        position++;
        return result.ToString();
    }

    private char ReadEscape()
    {
        char c = Peek();
        position++;
        return c switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            '"' or '\\' or '/' => c,
            'u' => ReadHex(),
            _ => throw Error($"'\\{c}' is no escape"),
        };
    }

    private char ReadHex()
    {
        if (
            position + 4 > text.Length
            || !ushort.TryParse(text.AsSpan(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
            throw Error("expected four hexadecimal digits");
        position += 4;
        return (char)code;
    }

    private object? ReadWord()
    {
        int start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '+' or '-' or '.'))
            position++;
        var word = text.AsSpan(start, position - start);
        return word switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => ReadNumber(word, start),
        };
    }

    private object ReadNumber(ReadOnlySpan<char> word, int start)
    {
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
            return integer;
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return number;
        position = start;
        throw Error("expected a value");
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] is (' ' or '\n' or '\r' or '\t'))
            position++;
    }

    private char Peek() => position < text.Length ? text[position] : throw Error("the text ends too early");

    private void Expect(char c)
    {
        if (Peek() != c)
            throw Error($"expected '{c}'");
        position++;
    }

    private FormatException Error(string problem) => new($"No valid JSON at character {position}: {problem}.");
}
