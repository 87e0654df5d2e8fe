using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>The weights in a legacy <c>.h5</c> file: layers in the model's order, each with weights in its order.</summary>
/// <remarks>Keras loads them by order, leaving out layers without weights; the names are those of the time of saving.</remarks>
public sealed class LegacyWeights
{
    private readonly Dictionary<string, LegacyLayer> byName = new(StringComparer.Ordinal);

    internal LegacyWeights(Hdf5Group group)
    {
        KerasVersion = HeaderText.Find(group, "keras_version");
        Backend = HeaderText.Find(group, "backend");
        var names =
            NameList.Find(group, "layer_names") ?? throw group.Error("the attribute 'layer_names' is missing. The file is damaged.");
        Layers = [.. names.Select(name => ReadLayer(group, name))];
        TopLevel = group.FindGroup("top_level_model_weights") is { } top ? ReadWeights(top) : [];
        foreach (var layer in Layers)
            byName.TryAdd(layer.Name, layer);
    }

    /// <summary>The version of Keras that wrote the file; null in files of Keras 1.</summary>
    public string? KerasVersion { get; }

    /// <summary>The backend that wrote the file, such as <c>tensorflow</c>; null in files of Keras 1.</summary>
    public string? Backend { get; }

    /// <summary>Whether Keras 1 wrote the file: recurrent layers have an array a gate, and Conv1D kernels have rank 4.</summary>
    public bool IsKeras1 => KerasVersion is null || KerasVersion.StartsWith("1.", StringComparison.Ordinal);

    /// <summary>The layers in the model's order, those without weights too.</summary>
    public IReadOnlyList<LegacyLayer> Layers { get; }

    /// <summary>Weights that belong to the model itself and to no layer; mostly none.</summary>
    public IReadOnlyList<KerasVariable> TopLevel { get; }

    /// <summary>The layer of a name; null where there is none.</summary>
    public LegacyLayer? Find(string layer) => byName.GetValueOrDefault(layer);

    /// <summary>The weights that a group lists, in the listed order; none where it lists none.</summary>
    internal static IReadOnlyList<KerasVariable> ReadWeights(Hdf5Group group) =>
        [
            .. (NameList.Find(group, "weight_names") ?? []).Select(name =>
                KerasVariable.Of(
                    name,
                    group.FindDataset(name)
                        ?? throw group.Error($"'weight_names' has '{name}', but there is no such dataset. The file is damaged.")
                )
            ),
        ];

    private static LegacyLayer ReadLayer(Hdf5Group group, string name) =>
        new(
            name,
            ReadWeights(
                group.FindGroup(name) ?? throw group.Error($"'layer_names' has '{name}', but there is no such group. The file is damaged.")
            )
        );
}
