using System.Globalization;
using System.Text;

namespace KerasSharp.Formats.Npy;

/// <summary>Reads a Python literal: what <c>repr</c> makes of dictionaries, tuples, lists, strings, integers and truth values.</summary>
/// <remarks>Gives <see cref="Dictionary{TKey, TValue}"/> by string, <c>object?[]</c> for a tuple, <see cref="List{T}"/>, string, long, bool and null.</remarks>
internal sealed class PythonLiteral
{
    private const int DeepestNesting = 16;
    private readonly string text;
    private int position;
    private int depth;

    private PythonLiteral(string text) => this.text = text;

    /// <summary>Reads one literal that fills the text.</summary>
    /// <exception cref="FormatException">It is none; the message says what was expected at which character.</exception>
    public static object? Parse(string text)
    {
        var reader = new PythonLiteral(text);
        var value = reader.Value();
        return reader.Peek() == '\0' ? value : throw reader.Expected("the end");
    }

    private object? Value() =>
        Peek() switch
        {
            '{' => Nested(Dictionary),
            '(' => Nested(Tuple),
            '[' => Nested(List),
            '\'' or '"' => String(),
            '-' or (>= '0' and <= '9') => Integer(),
            _ => Word(),
        };

    private object Nested(Func<object> read)
    {
        if (++depth > DeepestNesting)
            throw Expected($"at most {DeepestNesting} brackets inside each other");
        position++;
        var value = read();
        depth--;
        return value;
    }

    private Dictionary<string, object?> Dictionary()
    {
        var entries = new Dictionary<string, object?>();
        while (!Skip('}'))
        {
            var key = Value() as string ?? throw Expected("a string as key");
            Demand(':');
            entries[key] = Value();
            if (Peek() != '}')
                Demand(',');
        }
        return entries;
    }

    private object Tuple()
    {
        var items = Items(')', out var commas);
        // One value in brackets without a comma is that value.
        return items.Count == 1 && !commas ? items[0]! : items.ToArray();
    }

    private List<object?> List() => Items(']', out _);

    private List<object?> Items(char end, out bool commas)
    {
        var items = new List<object?>();
        commas = false;
        while (!Skip(end))
        {
            items.Add(Value());
            if (Peek() == end)
                continue;
            Demand(',');
            commas = true;
        }
        return items;
    }

    private string String()
    {
        var quote = text[position++];
        var content = new StringBuilder();
        while (position < text.Length && text[position] != quote)
        {
            // No type or key has an escaped character; those of field names need not be told apart.
            if (text[position] == '\\')
                position++;
            if (position < text.Length)
                content.Append(text[position++]);
        }
        Demand(quote);
        return content.ToString();
    }

    private object Integer()
    {
        var start = position++;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            position++;
        if (
            !long.TryParse(text.AsSpan(start, position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        )
            throw Expected("an integer of 64 bits");
        // Python 2 wrote 60000L.
        if (position < text.Length && text[position] == 'L')
            position++;
        return value;
    }

    private object? Word()
    {
        var start = position;
        while (position < text.Length && char.IsAsciiLetter(text[position]))
            position++;
        return text[start..position] switch
        {
            "True" => true,
            "False" => false,
            "None" => null,
            "u" or "b" when Peek() is '\'' or '"' => String(),
            _ => throw Expected("a string, an integer, True, False or a bracket"),
        };
    }

    private char Peek()
    {
        while (position < text.Length && text[position] is ' ' or '\n' or '\r' or '\t')
            position++;
        return position < text.Length ? text[position] : '\0';
    }

    private bool Skip(char expected)
    {
        if (Peek() != expected)
            return false;
        position++;
        return true;
    }

    private void Demand(char expected)
    {
        if (!Skip(expected))
            throw Expected($"'{expected}'");
    }

    private FormatException Expected(string what) =>
        new($"expected {what} at character {position}, got {(position < text.Length ? $"'{text[position]}'" : "the end")}");
}
