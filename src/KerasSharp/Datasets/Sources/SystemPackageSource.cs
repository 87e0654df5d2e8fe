namespace KerasSharp.Datasets.Sources;

/// <summary>The folder of an installed system package; what is read there is kept in the cache.</summary>
internal sealed class SystemPackageSource(DatasetDescription description, string package, string folder, DatasetCache cache)
    : IDatasetSource
{
    /// <inheritdoc/>
    public SourceResult TryLoad()
    {
        if (!DatasetFolder.IsComplete(folder, description))
        {
            return SourceResult.Missing($"package {package} not installed");
        }

        try
        {
            var contents = DatasetFolder.Read(folder, description);
            var data = DatasetArrays.Of(contents);
            cache.Keep(description, contents);
            return SourceResult.Found(data, $"the package {package}, {folder}");
        }
        catch (Exception e) when (DatasetFolder.IsFileError(e))
        {
            return SourceResult.Missing($"package {package}: {e.Message}");
        }
    }
}
