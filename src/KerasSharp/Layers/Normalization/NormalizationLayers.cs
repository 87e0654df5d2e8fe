using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Normalization.</summary>
internal static class NormalizationLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [("BatchNormalization", BatchNormalization.Read), ("LayerNormalization", LayerNormalization.Read)];
}
