using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>
/// The JSON that describes a model's layers, whichever Keras wrote it, in the form of Keras 3; and back in that of Keras 2, as <c>.h5</c> files have it.
/// </summary>
public static class ModelConfig
{
    /// <summary>
    /// The name, in a converted config, of the activation <c>hard_sigmoid</c> as it was until Keras 3: 0.2·x + 0.5, held to [0, 1]. Keras 3's is x/6 + 0.5.
    /// </summary>
    public const string OldHardSigmoid = "keras2_hard_sigmoid";

    /// <summary>The config in Keras 3's form.</summary>
    /// <param name="json">The config of Keras 1, 2 or 3, as <c>model.to_json()</c> or a model file has it.</param>
    /// <param name="options">File, version and the user's classes; none by default.</param>
    /// <returns>JSON text, which may hold Python's NaN and Infinity where the original did.</returns>
    /// <exception cref="FileFormatException">
    /// The text is no JSON of a model, has arguments that no counterpart exists for, holds Python bytecode, or names classes that are neither Keras's nor the user's.
    /// </exception>
    public static string ToKeras3(string json, ConfigOptions? options = null)
    {
        options ??= new ConfigOptions();
        return Guard(
            options,
            () =>
            {
                var root = Parse(json, options);
                var context = new ConfigContext(options, Generations.Of(root, options.KerasVersion));
                ForeignCode.Refuse(root, context);
                root.Remove("keras_version");
                root.Remove("backend");
                LayerUpgrade.Upgrade(root, context);
                return PythonJson.Write(root);
            }
        );
    }

    /// <summary>A Keras 3 config in Keras 2's form.</summary>
    /// <param name="json">The config of a model in Keras 3's form.</param>
    /// <returns>JSON text that tf_keras and, as far as the two agree, Keras 3 read.</returns>
    /// <exception cref="NotSupportedException">A layer has an argument that Keras 2 does not know.</exception>
    /// <exception cref="FileFormatException">The text is no JSON of a model.</exception>
    public static string ToKeras2(string json)
    {
        var options = new ConfigOptions();
        return Guard(options, () => PythonJson.Write(LayerDowngrade.Downgrade(Parse(json, options))));
    }

    /// <summary>The JSON object of a text.</summary>
    internal static JsonObject Parse(string json, ConfigOptions options)
    {
        if (string.IsNullOrWhiteSpace(json))
            throw new FileFormatException(options.File, "", "the config is empty; expected a JSON object.");
        return TypedValues.Unwrap(PythonJson.Parse(json)) as JsonObject
            ?? throw new FileFormatException(options.File, "", "the config is no JSON object: it does not begin with '{'.");
    }

    /// <summary>Runs a conversion; what JSON of a wrong form causes in it becomes an error of the file.</summary>
    internal static T Guard<T>(ConfigOptions options, Func<T> convert)
    {
        try
        {
            return convert();
        }
        catch (JsonException error)
        {
            throw new FileFormatException(options.File, "", $"the config is no valid JSON: {error.Message}", error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new FileFormatException(options.File, "", $"the config does not have the form of a model's: {error.Message}", error);
        }
    }
}
