using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>A Sequential from and to its config.</summary>
internal static class SequentialConfig
{
    /// <summary>Makes the model of a config.</summary>
    public static Sequential Read(Config config)
    {
        if (config["layers"] is not List<object?> layers)
            throw new FormatException("The config of a Sequential needs \"layers\".");
        var model = new Sequential(layers.OfType<Config>().Select(Layer.FromConfig), config.Get<string?>("name", null));
        if (!model.IsFunctional && layers.Count > 0 && config.Get<Shape?>("build_input_shape", null) is { } shape)
            model.EnsureBuilt(shape);
        if (!config.Get("trainable", true))
            model.Trainable = false;
        return model;
    }

    /// <summary>The config of a Sequential; <paramref name="shared"/> holds what every layer has.</summary>
    public static Config Write(Sequential model, Config shared)
    {
        shared["layers"] = model
            .Layers.Select(LayerConfig.Write)
            .Prepend(model.InputLayer is { } input ? LayerConfig.Write(input) : null)
            .Where(json => json is not null);
        if (model.IsFunctional)
            shared["build_input_shape"] = model.Input.Shape;
        return shared;
    }
}
