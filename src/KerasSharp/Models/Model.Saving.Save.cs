using KerasSharp.Saving;

namespace KerasSharp;

/// <content>Writing model files.</content>
public partial class Model
{
    /// <summary>
    /// Writes the whole model: layers, weights, what it was compiled with, and the optimizer's state, for <see cref="Load"/> and for Keras. The file is
    /// there whole or not at all; one that was there is lost only when the new one is complete.
    /// </summary>
    /// <param name="path">
    /// A file that ends in <c>.keras</c>, Keras 3's format; or in <c>.h5</c> or <c>.hdf5</c>, which Keras 2 and 3 read as far as they agree.
    /// </param>
    /// <param name="overwrite">Whether a file that is there is replaced; true by default.</param>
    /// <param name="includeOptimizer">Whether what the model was compiled with is written; true by default.</param>
    /// <exception cref="ArgumentException">The path ends otherwise.</exception>
    /// <exception cref="NotSupportedException">A layer cannot be written, such as a Lambda, or the format cannot hold it.</exception>
    /// <exception cref="IOException">There is such a file and <paramref name="overwrite"/> is false, or it cannot be written.</exception>
    public void Save(string path, bool overwrite = true, bool includeOptimizer = true)
    {
        bool isArchive = HasExtension(path, ".keras");
        if (HasExtension(path, ".weights.h5"))
            throw new ArgumentException(
                $"'{path}' is a name for weights alone. Use SaveWeights, or a name that ends in .keras.",
                nameof(path)
            );
        if (!isArchive && !HasExtension(path, ".h5") && !HasExtension(path, ".hdf5"))
            throw new ArgumentException($"'{path}' must end in .keras, or in .h5 for the older format.", nameof(path));
        CheckFree(path, overwrite);
        var compiled = includeOptimizer ? arguments : null;
        if (isArchive)
            ModelWriter.WriteArchive(this, path, compiled);
        else
            ModelWriter.WriteLegacy(this, path, compiled);
    }

    /// <summary>Writes the weights, and the optimizer's state where the model is compiled, for <see cref="LoadWeights"/> and for Keras 3.</summary>
    /// <param name="path">A file that ends in <c>.weights.h5</c>.</param>
    /// <param name="overwrite">Whether a file that is there is replaced; true by default.</param>
    /// <exception cref="ArgumentException">The path ends otherwise.</exception>
    /// <exception cref="InvalidOperationException">The model is not built, so it has no weights yet.</exception>
    /// <exception cref="IOException">There is such a file and <paramref name="overwrite"/> is false, or it cannot be written.</exception>
    public void SaveWeights(string path, bool overwrite = true)
    {
        if (!HasExtension(path, ".weights.h5"))
            throw new ArgumentException($"'{path}' must end in .weights.h5, as Keras demands of files of weights.", nameof(path));
        CheckBuilt($"save weights to '{path}'");
        CheckFree(path, overwrite);
        ModelWriter.WriteWeights(this, path);
    }

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static void CheckFree(string path, bool overwrite)
    {
        if (!overwrite && (File.Exists(path) || Directory.Exists(path)))
            throw new IOException($"'{path}' is there already. Choose another name, or overwrite: true.");
    }
}
