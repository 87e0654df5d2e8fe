using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Core.</summary>
internal static class CoreLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("InputLayer", InputLayer.Read),
            ("Dense", Dense.Read),
            ("Embedding", Embedding.Read),
            ("Masking", Masking.Read),
            ("Identity", Identity.Read),
        ];
}
