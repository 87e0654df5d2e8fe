using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

public abstract partial class Layer
{
    /// <summary>
    /// A layer from its config: what the class itself reads, then what every layer has (name, trainable, dtype, activity regularizer,
    /// Keras 2's input shape).
    /// </summary>
    /// <param name="create">Makes the layer from the class's own arguments.</param>
    /// <param name="config">The config.</param>
    internal static Layer Restore(Func<Config, Layer> create, Config config)
    {
        using var pending = LayerNaming.Expect(config.Get<string?>("name", null));
        var layer = create(config);
        layer.RestoreShared(config);
        if (!config.Get("trainable", true))
            layer.Trainable = false;
        return layer;
    }

    /// <summary>A layer of one of Keras's classes: arguments that the class does not have are refused, and errors name the layer.</summary>
    /// <param name="className">Keras's name of the class.</param>
    /// <param name="create">Makes the layer from the class's own arguments.</param>
    /// <param name="config">The config.</param>
    internal static Layer RestoreKnown(string className, Func<Config, Layer> create, Config config)
    {
        var place = $"Layer '{config.Get<string?>("name", null)}' ({className})";
        try
        {
            var layer = Restore(create, config);
            UnknownArguments.Refuse(layer, config);
            return layer;
        }
        catch (FormatException error) when (!IsPlaced(error))
        {
            throw new FormatException($"{place}: {error.Message}", error);
        }
        catch (ArgumentException error) when (!IsPlaced(error))
        {
            throw new ArgumentException($"{place}: {error.Message}", error);
        }
    }

    /// <summary>The layer from what <c>KerasObjects.Serialize</c> wrote, or from Keras 3's JSON of a layer. <see cref="Model.FromJson"/> takes models of Keras 1 and 2 too.</summary>
    /// <exception cref="ArgumentException">The class is not known.</exception>
    public static Layer FromConfig(Config json) => KerasObjects.Deserialize<Layer>(json) ?? throw new ArgumentNullException(nameof(json));

    /// <summary>A new layer of the same class and arguments, with weights of its own.</summary>
    internal Layer Clone() => FromConfig(KerasObjects.Serialize(this));

    /// <summary>Takes the type of a layer around this one, as long as there are no weights.</summary>
    internal void ShareDType(Layer outer)
    {
        if (!Built)
            dtype = outer.DType;
    }

    /// <summary>Whether the error names a layer already: that of the argument, or one inside.</summary>
    private static bool IsPlaced(Exception error) => error.Message.StartsWith("Layer '", StringComparison.Ordinal);

    private void RestoreShared(Config config)
    {
        dtype = ReadDType(config["dtype"]);
        activityRegularizer ??= config.GetObject<Regularizer>("activity_regularizer");
        if (config.Get<Shape?>("batch_input_shape", null) is { } batchShape)
            (inputShape, batchSize) = (batchShape.Slice(1), batchShape[0] < 0 ? null : (int)batchShape[0]);
    }

    private static DType ReadDType(object? dtype) =>
        dtype switch
        {
            null => DType.Float32,
            string name => DTypeExtensions.Parse(name),
            Config { } policy when policy["config"] is Config { } inner && inner["name"] is string name => DTypeExtensions.Parse(name),
            _ => throw new NotSupportedException($"The dtype {ConfigJson.Write(dtype)} of a layer is no data type that layers can have."),
        };
}
