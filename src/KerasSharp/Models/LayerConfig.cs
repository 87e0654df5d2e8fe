using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>A layer's config with the shapes it was built for, as Keras's files have it.</summary>
internal static class LayerConfig
{
    public static Config Write(Layer layer)
    {
        var json = KerasObjects.Serialize(layer);
        if (layer.Built && layer is not InputLayer && layer.BuildShapes.Count > 0)
            json["build_config"] = new Config { ["input_shape"] = layer.BuildShapes.Count == 1 ? layer.BuildShapes[0] : layer.BuildShapes };
        return json;
    }
}
