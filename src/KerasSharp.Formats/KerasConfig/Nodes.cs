using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Reading nodes of unknown form: what is not there, or of another form, is null.</summary>
internal static class Nodes
{
    public static JsonObject? Object(this JsonNode? node, string key) => (node as JsonObject)?[key] as JsonObject;

    public static JsonArray? List(this JsonNode? node, string key) => (node as JsonObject)?[key] as JsonArray;

    public static string? Text(this JsonNode? node, string key) => (node as JsonObject)?[key].AsText();

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The number as it is written; null where there is none.</summary>
    public static double? AsNumber(this JsonNode? node) =>
        node is JsonValue value
        && value.GetValueKind() == JsonValueKind.Number
        && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : null;

    public static int? AsInteger(this JsonNode? node) => node.AsNumber() is { } number && number == (int)number ? (int)number : null;

    public static bool IsTrue(this JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>True for null, false, 0, an empty string, list or object: what Python takes for nothing.</summary>
    public static bool IsNothing(this JsonNode? node) =>
        node switch
        {
            null => true,
            JsonArray list => list.Count == 0,
            JsonObject @object => @object.Count == 0,
            JsonValue value => value.GetValueKind() is JsonValueKind.False or JsonValueKind.Null
                || value.AsNumber() == 0
                || value.AsText() is "",
            _ => false,
        };

    /// <summary>Takes an entry out, so that it can be put elsewhere.</summary>
    public static JsonNode? Take(this JsonObject owner, string key)
    {
        var value = owner[key];
        owner.Remove(key);
        return value;
    }

    /// <summary>Puts something in the place of an entry, which keeps its place among the others.</summary>
    public static void Replace(this JsonObject owner, string key, JsonNode? value)
    {
        if (!ReferenceEquals(owner[key], value))
            owner[key] = value;
    }

    /// <summary>A list of nodes that may belong elsewhere, which are copied then.</summary>
    public static JsonArray ListOf(params IEnumerable<JsonNode?> items) => new([.. items.Select(Free)]);

    /// <summary>The node itself, or a copy where it belongs to another one.</summary>
    public static JsonNode? Free(this JsonNode? node) => node?.Parent is null ? node : node.DeepClone();

    /// <summary>The text, shortened for an error.</summary>
    public static string Show(this JsonNode? node)
    {
        var text = PythonJson.Write(node);
        return text.Length <= 80 ? text : text[..77] + "...";
    }
}
