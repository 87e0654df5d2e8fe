using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Python values that files wrap into objects: <c>{"class_name": "__tuple__", "items": [2, 2]}</c>.</summary>
internal static class TypedValues
{
    /// <summary>The node with every wrapped tuple and shape as a plain list.</summary>
    public static JsonNode? Unwrap(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                    if (Unwrap(list[i]) is var item && !ReferenceEquals(item, list[i]))
                        list[i] = item;
                return list;
            case JsonObject json when json.Text("class_name") is "__tuple__" or "TensorShape" && json["items"] is JsonArray:
                return Unwrap(json.Take("items"));
            case JsonObject json:
                foreach (var key in json.Select(pair => pair.Key).ToArray())
                    json.Replace(key, Unwrap(json[key]));
                return json;
            default:
                return node;
        }
    }
}
