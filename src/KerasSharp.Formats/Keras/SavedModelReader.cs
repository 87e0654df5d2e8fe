using System.Text.Json;
using KerasSharp.Formats.SavedModel;

namespace KerasSharp.Formats.Keras;

/// <summary>Reads what Keras lays into a SavedModel: the configuration (Keras 2), and the weights.</summary>
internal static class SavedModelReader
{
    /// <summary>Whether a folder is a SavedModel.</summary>
    public static bool IsSavedModel(string folder) =>
        File.Exists(Path.Combine(folder, SavedModelFolder.BinaryName)) || File.Exists(Path.Combine(folder, SavedModelFolder.TextName));

    /// <summary>Opens a SavedModel.</summary>
    public static KerasFile Open(string folder)
    {
        var model = SavedModelFolder.Open(folder);
        var metadata = model.KerasMetadata?.Model?.Metadata;
        var weights = new ObjectWeights(
            model.Checkpoint ?? throw new FileFormatException(folder, "", "it has no variables, so there are no weights to read.")
        );
        return new KerasFile(folder, KerasFileKind.SavedModel, [])
        {
            ConfigJson = Json(metadata, "model_config"),
            TrainingConfigJson = Json(metadata, "training_config"),
            KerasVersion = metadata is { } root && root.TryGetProperty("keras_version", out var version) ? version.ToString() : null,
            Backend = "tensorflow",
            Objects = weights,
            OptimizerVariables = OptimizerObject.Variables(weights),
        };
    }

    private static string? Json(JsonElement? metadata, string name) =>
        metadata is { } root && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.GetRawText()
            : null;
}
