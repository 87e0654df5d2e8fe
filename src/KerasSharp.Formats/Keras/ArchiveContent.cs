using System.Text;
using System.Text.Json;
using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Makes a model of the files that an archive or its folder has.</summary>
/// <param name="path">The archive or folder.</param>
/// <param name="kind">Which of the two.</param>
/// <param name="find">The bytes of a member; null where there is none.</param>
/// <param name="openWeights">Opens the weights.</param>
/// <param name="assets">The assets.</param>
internal sealed class ArchiveContent(
    string path,
    KerasFileKind kind,
    Func<string, byte[]?> find,
    Func<Hdf5File> openWeights,
    KerasAssets assets
)
{
    public const string Config = "config.json";
    public const string Metadata = "metadata.json";
    public const string Weights = "model.weights.h5";
    public const string Assets = "assets/";

    /// <summary>Reads the model.</summary>
    /// <param name="alsoOpen">What must be closed with it.</param>
    public KerasFile Read(params IDisposable[] alsoOpen)
    {
        string config = FindJson(Config) ?? throw Error("", $"there is no '{Config}': this is no model of Keras, or a damaged one.");
        string? metadata = FindJson(Metadata);
        var weights = openWeights();
        try
        {
            var tree = new WeightTree(WeightTreeReader.Read(weights.Root));
            return new KerasFile(path, kind, [weights, .. alsoOpen])
            {
                ConfigJson = config,
                TrainingConfigJson = CompileConfig(config),
                MetadataJson = metadata,
                KerasVersion = metadata is null ? null : VersionIn(metadata),
                Tree = tree,
                OptimizerVariables = Hdf5Reader.OptimizerOf(tree),
                Assets = assets,
            };
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    private string? FindJson(string name) =>
        find(name) is { } bytes ? KerasJson.Check(Encoding.UTF8.GetString(bytes), problem => Error(name, problem)) : null;

    private string? CompileConfig(string config) => Entry(Config, config, "compile_config", JsonValueKind.Object)?.GetRawText();

    private string? VersionIn(string metadata) => Entry(Metadata, metadata, "keras_version", JsonValueKind.String)?.GetString();

    /// <summary>An entry of a member that is a JSON object; null where it is missing or of another kind.</summary>
    private JsonElement? Entry(string member, string text, string key, JsonValueKind kind)
    {
        using var json = KerasJson.Parse(text, problem => Error(member, problem));
        return
            json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty(key, out var value)
            && value.ValueKind == kind
            ? value.Clone()
            : null;
    }

    private FileFormatException Error(string place, string problem) => new(path, place, problem);
}
