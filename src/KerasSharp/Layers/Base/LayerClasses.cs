using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The list of all layers by Keras's class name, with what reads each one's own arguments from a config.</summary>
internal static class LayerClasses
{
    private static readonly (string Name, Func<Config, Layer> Read)[] Table =
    [
        .. CoreLayers.All,
        .. ActivationLayers.All,
        .. ReshapingLayers.All,
        .. RegularizationLayers.All,
        .. MergingLayers.All,
        .. ConvolutionalLayers.All,
        .. PoolingLayers.All,
        .. NormalizationLayers.All,
        .. RecurrentLayers.All,
        .. WrapperLayers.All,
    ];

    public static void Register()
    {
        foreach (var (name, read) in Table)
            KerasObjects.Register<Layer>(name, config => Layer.RestoreKnown(name, read, config));
        foreach (var name in (string[])["Functional", "Model"])
            KerasObjects.Register<Layer>(name, FunctionalConfig.Read);
        KerasObjects.Register<Layer>("Sequential", SequentialConfig.Read);
    }
}
