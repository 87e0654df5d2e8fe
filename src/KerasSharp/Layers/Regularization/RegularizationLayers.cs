using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Regularization.</summary>
internal static class RegularizationLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("Dropout", Dropout.Read),
            ("SpatialDropout1D", SpatialDropout1D.Read),
            ("SpatialDropout2D", SpatialDropout2D.Read),
            ("SpatialDropout3D", SpatialDropout3D.Read),
            ("ActivityRegularization", ActivityRegularization.Read),
        ];
}
