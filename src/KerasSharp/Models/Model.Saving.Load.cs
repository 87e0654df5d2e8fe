using KerasSharp.Formats;
using KerasSharp.Formats.Keras;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Saving;

namespace KerasSharp;

/// <content>Reading model files.</content>
public partial class Model
{
    /// <summary>
    /// The model of a file that Keras 1, 2 or 3, or <see cref="Save"/>, wrote: <c>.keras</c>, <c>.h5</c>, the folder of an unpacked <c>.keras</c>, or a SavedModel of
    /// Keras 2. What it is, the content tells. No code of the file is run.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="customObjects">Classes of one's own that the model has; those registered with <see cref="KerasObjects.Register{T}"/> are known anyway.</param>
    /// <param name="compile">Whether to compile it as it was, with the optimizer's state; true by default.</param>
    /// <exception cref="FileFormatException">
    /// The file is damaged, none of Keras's, has classes or arguments that are not known, or weights that do not fit its layers.
    /// </exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Model Load(string path, CustomObjects? customObjects = null, bool compile = true)
    {
        using var file = KerasFile.Open(path);
        return new ModelReader(file, customObjects).Read(compile);
    }

    /// <summary>Loads weights that a model of the same layers had.</summary>
    /// <param name="path">
    /// A file of weights or of a whole model: <c>.weights.h5</c>, <c>.weights.json</c> beside its parts, <c>.h5</c>, <c>.keras</c>; a SavedModel of Keras 2 or 3; or a
    /// checkpoint of TensorFlow by its prefix, such as <c>folder/ckpt-3</c>.
    /// </param>
    /// <param name="byName">
    /// Whether the layers of a legacy <c>.h5</c> are found by their names, and those without one there left as they are; by their order by default.
    /// </param>
    /// <param name="skipMismatch">Whether weights that do not fit are left as they are, with a warning, rather than refused.</param>
    /// <exception cref="FileFormatException">The file is damaged, or its weights do not fit; no weight is changed then.</exception>
    /// <exception cref="InvalidOperationException">The model is not built, so it has no weights yet.</exception>
    /// <exception cref="NotSupportedException"><paramref name="byName"/> is set, and the file is no legacy one.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public void LoadWeights(string path, bool byName = false, bool skipMismatch = false)
    {
        CheckBuilt($"load the weights of '{path}'");
        using var file = KerasFile.Open(path);
        ModelWeights.Load(this, file, byName, skipMismatch);
        if (Optimizer is { } optimizer && file.Legacy is null && !skipMismatch)
            new OptimizerState(this, optimizer, file).Load();
    }

    /// <summary>A new model of the architecture in YAML, which Keras wrote until 2.5.</summary>
    /// <param name="yaml">The text of <c>model.to_yaml()</c>.</param>
    /// <param name="customObjects">Classes of one's own that the model has.</param>
    /// <exception cref="FileFormatException">The text is no YAML of a model, or asks for Python objects.</exception>
    public static Model FromYaml(string yaml, CustomObjects? customObjects = null) => FromJson(YamlConfig.ToJson(yaml), customObjects);

    private void CheckBuilt(string what)
    {
        if (!Built)
            throw new InvalidOperationException(
                $"Model '{Name}' is not built, so it has no weights: it cannot {what}. Give its first layer an InputShape, or call it on data first."
            );
    }
}
