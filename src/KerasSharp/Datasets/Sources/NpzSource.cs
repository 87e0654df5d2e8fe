using KerasSharp.Formats.Npy;
using NumSharp;

namespace KerasSharp.Datasets.Sources;

/// <summary>Keras's own npz file in the cache folder, with the arrays x_train, y_train, x_test and y_test.</summary>
internal sealed class NpzSource(DatasetFile file, string dataset, DatasetCache cache, Action<string> log) : IDatasetSource
{
    /// <inheritdoc/>
    public SourceResult TryLoad()
    {
        var path = Path.Combine(cache.Datasets, file.Name);
        if (!File.Exists(path))
        {
            return SourceResult.Missing($"no {path}");
        }

        try
        {
            // Only the published bytes are given to the npz reader.
            Checksum.VerifyFile(path, path, file.Sha256);
            return SourceResult.Found(Read(path), $"the cache {path}");
        }
        catch (Exception e) when (DatasetFolder.IsFileError(e))
        {
            log($"{dataset}: the cached copy is not used: {e.Message}");
            return SourceResult.Missing($"{path} is bad");
        }
    }

    private static DatasetArrays Read(string path)
    {
        using var archive = NpzFile.Open(path);
        return new DatasetArrays(
            (Array(archive, "x_train", path), Array(archive, "y_train", path)),
            (Array(archive, "x_test", path), Array(archive, "y_test", path))
        );
    }

    private static NDArray Array(NpzFile archive, string key, string path) =>
        archive.Contains(key)
            ? archive[key].ToNDArray()
            : throw new InvalidDataException($"'{path}' has no array {key}; it has {string.Join(", ", archive.Names)}");
}
