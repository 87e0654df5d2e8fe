namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>The words, quoted texts and signs of a text in protobuf's text format, one after the other.</summary>
/// <param name="text">The whole text.</param>
/// <param name="file">Where it came from, for errors.</param>
internal sealed class TextTokens(string text, string file)
{
    private const int MaxShown = 40;

    private int position;
    private int line = 1;

    /// <summary>The next token without taking it: a word or number, a text with its opening quote, a sign; empty at the end.</summary>
    public ReadOnlySpan<char> Peek()
    {
        SkipBlanks();
        return text.AsSpan(position, Length());
    }

    /// <summary>Takes the next token.</summary>
    public string Take()
    {
        var token = Peek().ToString();
        position += token.Length;
        return token;
    }

    /// <summary>Takes a sign if it is next.</summary>
    public bool TryTake(char sign)
    {
        if (!Peek().SequenceEqual([sign]))
            return false;
        position++;
        return true;
    }

    /// <summary>The next token for an error: what is long is cut.</summary>
    public string Show()
    {
        var token = Peek();
        return token.IsEmpty ? "the end" : $"'{(token.Length > MaxShown ? string.Concat(token[..MaxShown], "…") : token)}'";
    }

    /// <summary>An error at this place.</summary>
    public FileFormatException Error(string message) => new(file, $"line {line}", message);

    private void SkipBlanks()
    {
        for (; position < text.Length; position++)
        {
            if (text[position] == '#')
                position = text.AsSpan(position).IndexOf('\n') is >= 0 and var end ? position + end : text.Length;
            if (position == text.Length || !char.IsWhiteSpace(text[position]))
                return;
            if (text[position] == '\n')
                line++;
        }
    }

    private int Length()
    {
        if (position == text.Length)
            return 0;
        char first = text[position];
        if (first is '"' or '\'')
            return QuotedLength(first);
        int end = position;
        while (end < text.Length && IsOfWord(text[end]))
            end++;
        return Math.Max(1, end - position);
    }

    private int QuotedLength(char quote)
    {
        for (int end = position + 1; end < text.Length && text[end] != '\n'; end++)
        {
            if (text[end] == quote)
                return end + 1 - position;
            if (text[end] == '\\')
                end++;
        }
        throw Error("a text is not closed by its quote.");
    }

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '+';
}
