using System.Text.Json;

namespace KerasSharp.Formats.SavedModel;

/// <summary>What Keras 2 tells of one object of a SavedModel.</summary>
/// <param name="NodeId">The number of the object in the SavedModel.</param>
/// <param name="NodePath">The attributes that lead to it, such as <c>root.layer_with_weights-0</c>.</param>
/// <param name="Identifier">What it is, such as <c>_tf_keras_layer</c>.</param>
/// <param name="Metadata">The JSON: <c>class_name</c>, <c>name</c>, <c>config</c>, of a model also <c>model_config</c> and <c>training_config</c>.</param>
public sealed record KerasMetadataNode(int NodeId, string NodePath, string Identifier, JsonElement Metadata)
{
    /// <summary>Keras's name of its class, such as <c>Dense</c>; empty where it is not told.</summary>
    public string ClassName => Text("class_name");

    /// <summary>Its own name, such as <c>dense_1</c>; empty where it is not told.</summary>
    public string Name => Text("name");

    /// <summary>The configuration of a model or layer; null where it is not told.</summary>
    public JsonElement? Config => Metadata.TryGetProperty("config", out var config) ? config : null;

    internal static KerasMetadataNode Parse(int id, string path, string identifier, string json, string file)
    {
        var place = $"object {id} ('{path}')";
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new KerasMetadataNode(id, path, identifier, document.RootElement.Clone())
                : throw new FileFormatException(
                    file,
                    place,
                    $"the configuration is JSON, but no object: {document.RootElement.ValueKind}."
                );
        }
        catch (JsonException e)
        {
            throw new FileFormatException(file, place, $"the configuration is no JSON: {e.Message}", e);
        }
    }

    private string Text(string name) =>
        Metadata.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
