using System.Text;
using System.Text.Json;

namespace KerasSharp.Formats.Keras;

/// <summary>JSON in model files, which Python wrote and which may have Python's <c>NaN</c> and <c>Infinity</c>.</summary>
internal static class KerasJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <summary>Makes sure that a text is JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fail">Makes the error where it is none.</param>
    /// <returns>The text itself.</returns>
    public static string Check(string text, Func<string, FileFormatException> fail)
    {
        Parse(text, fail).Dispose();
        return text;
    }

    /// <summary>Parses a text in which numbers that JSON lacks count as null.</summary>
    public static JsonDocument Parse(string text, Func<string, FileFormatException> fail)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException e)
        {
            return ParseAsPython(text) ?? throw fail($"this is not JSON: {e.Message}");
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair.
            throw fail("this is not JSON: it has letters that UTF-8 cannot hold.");
        }
    }

    private static JsonDocument? ParseAsPython(string text)
    {
        try
        {
            return JsonDocument.Parse(WithoutSpecialNumbers(text), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WithoutSpecialNumbers(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; )
        {
            int end = text[i] == '"' ? EndOfString(text, i) : i + SpecialNumber(text, i);
            result.Append(
                end == i ? text.AsSpan(i++, 1)
                : text[i] == '"' ? text.AsSpan(i, end - i)
                : "null"
            );
            i = Math.Max(i, end);
        }
        return result.ToString();
    }

    private static int SpecialNumber(string text, int at)
    {
        foreach (string word in (string[])["NaN", "-Infinity", "Infinity"])
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
                return word.Length;
        return 0;
    }

    private static int EndOfString(string text, int at)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
            at += text[at] == '\\' ? 1 : 0;
        return Math.Min(at + 1, text.Length);
    }
}
