using KerasSharp.Formats.Keras;
using NumSharp;

namespace KerasSharp.Saving;

/// <summary>An array of a file, read when it is needed.</summary>
/// <param name="Place">Where it stands, for errors.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Read">Reads it.</param>
internal sealed record SavedArray(string Place, Shape Shape, Func<NDArray> Read)
{
    /// <summary>A variable of a model file.</summary>
    public static SavedArray Of(KerasVariable variable) => new(variable.Path, variable.Shape, variable.Read);
}
