using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>JSON as Python writes it: with NaN, Infinity and -Infinity, which stand as marked strings in the nodes.</summary>
internal static partial class PythonJson
{
    private const int MaximumDepth = 250;
    private const string Mark = "\u0001python:";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 2 * MaximumDepth,
    };

    /// <summary>The nodes of a text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonNode? Parse(string text) =>
        JsonNode.Parse(
            ReplaceNumberWords(text, word => $"\"\\u0001python:{word}\""),
            documentOptions: new JsonDocumentOptions { MaxDepth = MaximumDepth, AllowDuplicateProperties = false }
        );

    /// <summary>The text of nodes.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder(node?.ToJsonString(Plain) ?? "null");
        foreach (var word in (string[])["NaN", "Infinity", "-Infinity"])
            text.Replace($"\"\\u0001python:{word}\"", word);
        return text.ToString();
    }

    /// <summary>A text in which NaN, Infinity and -Infinity are replaced, outside of strings.</summary>
    public static string ReplaceNumberWords(string text, Func<string, string> replace) =>
        text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal)
            ? Tokens().Replace(text, match => match.Value[0] == '"' ? match.Value : replace(match.Value))
            : text;

    /// <summary>A node for a number that JSON has no word for.</summary>
    public static JsonNode NumberWord(string word) => JsonValue.Create(Mark + word);

    /// <summary>Strings, which are left alone, and the words outside of them.</summary>
    [GeneratedRegex(
        """
            "(?:[^"\\]|\\.)*"|-?Infinity|NaN
            """,
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Tokens();
}
