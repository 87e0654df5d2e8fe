using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Wrappers.</summary>
internal static class WrapperLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [("Bidirectional", Bidirectional.Read), ("TimeDistributed", TimeDistributed.Read)];
}
