using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Convolutional.</summary>
internal static class ConvolutionalLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [("Conv1D", Conv1D.Read), ("Conv2D", Conv2D.Read), ("Conv3D", Conv3D.Read)];
}
