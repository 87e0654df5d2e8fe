using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Convolutional.</summary>
internal static class ConvolutionalLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("Conv1D", Conv1D.Read),
            ("Conv2D", Conv2D.Read),
            ("Conv3D", Conv3D.Read),
            ("DepthwiseConv1D", DepthwiseConv1D.Read),
            ("DepthwiseConv2D", DepthwiseConv2D.Read),
            ("SeparableConv1D", SeparableConv1D.Read),
            ("SeparableConv2D", SeparableConv2D.Read),
        ];
}
