using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Pooling.</summary>
internal static class PoolingLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("MaxPooling1D", MaxPooling1D.Read),
            ("MaxPooling2D", MaxPooling2D.Read),
            ("MaxPooling3D", MaxPooling3D.Read),
            ("AveragePooling1D", AveragePooling1D.Read),
            ("AveragePooling2D", AveragePooling2D.Read),
            ("AveragePooling3D", AveragePooling3D.Read),
            ("GlobalMaxPooling1D", GlobalMaxPooling1D.Read),
            ("GlobalMaxPooling2D", GlobalMaxPooling2D.Read),
            ("GlobalMaxPooling3D", GlobalMaxPooling3D.Read),
            ("GlobalAveragePooling1D", GlobalAveragePooling1D.Read),
            ("GlobalAveragePooling2D", GlobalAveragePooling2D.Read),
            ("GlobalAveragePooling3D", GlobalAveragePooling3D.Read),
        ];
}
