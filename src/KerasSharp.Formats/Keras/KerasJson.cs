using System.Text.Json;
using KerasSharp.Formats.KerasConfig;

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
            return JsonDocument.Parse(PythonJson.ReplaceNumberWords(text, _ => "null"), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
