using KerasSharp.Formats.KerasConfig;
using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp;

public partial class Model
{
    /// <inheritdoc/>
    public override Config GetConfig() =>
        GetType() == typeof(Model) && network is not null ? FunctionalConfig.Write(this) : base.GetConfig();

    /// <inheritdoc/>
    string? IKerasObject.RegisteredName => ClassName == "Functional" ? "Functional" : null;

    /// <summary>The model's architecture, without weights, as Keras 3's JSON text.</summary>
    /// <exception cref="NotSupportedException">A layer cannot be written, such as a Lambda.</exception>
    public string ToJson() => LayerConfig.Write(this).ToString();

    /// <summary>A new model of the architecture in a JSON text that Keras 3, 2 or 1 or <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <param name="customObjects">Classes of one's own that the model has; those registered with <see cref="KerasObjects.Register{T}"/> are known anyway.</param>
    /// <exception cref="FormatException">The text is no JSON of a model.</exception>
    /// <exception cref="ArgumentException">It has a layer of an unknown class.</exception>
    public static Model FromJson(string json, CustomObjects? customObjects = null)
    {
        using var scope = CustomObjects.Use(customObjects);
        var options = new ConfigOptions { CustomNames = KerasObjects.CustomNames().ToHashSet() };
        return ConfigGuard.Run(() => FromConfig(Config.Parse(ModelConfig.ToKeras3(json, options))));
    }

    /// <summary>A new model from the object that holds class name and config.</summary>
    /// <inheritdoc cref="FromJson(string, CustomObjects?)"/>
    public static new Model FromConfig(Config json) =>
        Layer.FromConfig(json) as Model
        ?? throw new FormatException($"The JSON is that of a {json["class_name"]} layer, not of a model. Use Layer.FromConfig.");
}
