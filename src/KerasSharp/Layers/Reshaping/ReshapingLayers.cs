using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Reshaping.</summary>
internal static class ReshapingLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("Flatten", Flatten.Read),
            ("Reshape", Reshape.Read),
            ("Permute", Permute.Read),
            ("RepeatVector", RepeatVector.Read),
            ("ZeroPadding1D", ZeroPadding1D.Read),
            ("ZeroPadding2D", ZeroPadding2D.Read),
            ("ZeroPadding3D", ZeroPadding3D.Read),
            ("Cropping1D", Cropping1D.Read),
            ("Cropping2D", Cropping2D.Read),
            ("Cropping3D", Cropping3D.Read),
            ("UpSampling1D", UpSampling1D.Read),
            ("UpSampling2D", UpSampling2D.Read),
            ("UpSampling3D", UpSampling3D.Read),
        ];
}
