using KerasSharp.Formats;
using KerasSharp.Formats.Keras;

namespace KerasSharp.Saving;

/// <summary>Loads the weights of a model from a file of any kind.</summary>
internal static class ModelWeights
{
    /// <summary>Loads all weights.</summary>
    /// <param name="model">The model, which must be built.</param>
    /// <param name="file">The file.</param>
    /// <param name="byName">Whether a legacy file's layers are found by name rather than by order.</param>
    /// <param name="skipMismatch">Whether what does not fit is left out.</param>
    /// <exception cref="FileFormatException">The file's weights do not fit the model; nothing is changed then.</exception>
    public static void Load(Model model, KerasFile file, bool byName = false, bool skipMismatch = false)
    {
        var plan = new WeightPlan(file.Path, skipMismatch);
        if (file.Legacy is { } legacy)
        {
            var layers = new LegacyLayers(model, legacy, plan);
            if (byName)
                layers.PlanByName();
            else
                layers.PlanByOrder();
        }
        else if (byName)
            throw new NotSupportedException(
                $"'{file.Path}' keeps weights by the paths of objects, not by layers' names: byName is for legacy .h5 files. Leave it out."
            );
        else if (file.Objects is { } objects)
            new ObjectLayers(objects, plan).Plan(model);
        else
            TreeWeights.Plan(model, file.Tree!, plan);
        plan.Apply();
    }
}
