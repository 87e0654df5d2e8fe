using System.Globalization;

namespace KerasSharp.Formats.Tables;

/// <summary>One example of a libsvm file: <c>label [qid:group] index:value index:value …</c>.</summary>
internal sealed record LibsvmRow(float Label, long? QueryId, List<(int Index, float Value)> Features)
{
    private const string QueryKey = "qid";
    private static readonly CsvNumbers Numbers = new('.');

    /// <summary>Reads a line; null for one that has only spaces and comments.</summary>
    /// <exception cref="FormatException">It is no example; the message says what was expected.</exception>
    public static LibsvmRow? Parse(ReadOnlySpan<char> line)
    {
        if (line.IndexOf('#') is >= 0 and var comment)
            line = line[..comment];
        LibsvmRow? row = null;
        while (NextWord(ref line) is { Length: > 0 } word)
            if (row is null)
                row = new LibsvmRow(ParseLabel(word), null, []);
            else
                row = row.With(word);
        return row;
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        var end = line.IndexOfAny(" \t\r\v\f");
        var word = end < 0 ? line : line[..end];
        line = line[word.Length..];
        return word;
    }

    private static float ParseLabel(ReadOnlySpan<char> word) =>
        word.Contains(',')
            ? throw new FormatException($"several labels an example ('{word}') are not supported; split them into files of one label each")
            : Number(word, "a label");

    private LibsvmRow With(ReadOnlySpan<char> word)
    {
        var colon = word.IndexOf(':');
        if (colon < 0)
            throw new FormatException($"expected index:value, got '{word}'");
        if (word[..colon].SequenceEqual(QueryKey))
            return
                Features.Count == 0
                && QueryId is null
                && long.TryParse(word[(colon + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var query)
                ? this with
                {
                    QueryId = query,
                }
                : throw new FormatException($"expected one qid:integer before the features, got '{word}'");
        if (!int.TryParse(word[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw new FormatException($"expected a feature's number of 0 or more, got '{word[..colon]}'");
        if (Features.Count > 0 && Features[^1].Index >= index)
            throw new FormatException($"expected features in ascending order, got {index} after {Features[^1].Index}");
        Features.Add((index, Number(word[(colon + 1)..], "a value")));
        return this;
    }

    private static float Number(ReadOnlySpan<char> word, string what) =>
        !word.IsWhiteSpace() && Numbers.TryParse(word, out var value)
            ? (float)value
            : throw new FormatException($"expected {what}, got '{word}'");
}
