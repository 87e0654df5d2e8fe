using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>A layer's config with the shapes it was built for, as Keras's files have it.</summary>
internal static class LayerConfig
{
    public static Config Write(Layer layer)
    {
        var json = KerasObjects.Serialize(layer);
        // Tensors under names of their own, such as initial states, are no part of it.
        if (layer.Built && layer is not InputLayer && layer.BuildShapes is { Count: > 0 } shapes)
            json["build_config"] = new Config
            {
                ["input_shape"] = shapes.Count == 1 || layer.TensorArguments.Count > 0 ? shapes[0] : shapes,
            };
        return json;
    }
}
