namespace KerasSharp.Datasets.Sources;

/// <summary>The idx files in the cache folder.</summary>
internal sealed class CacheSource(DatasetDescription description, DatasetCache cache, Action<string> log) : IDatasetSource
{
    /// <inheritdoc/>
    public SourceResult TryLoad()
    {
        var folder = cache.FolderOf(description);
        if (!DatasetFolder.IsComplete(folder, description))
        {
            return SourceResult.Missing($"not in the cache {folder}");
        }

        try
        {
            return SourceResult.Found(DatasetArrays.Of(DatasetFolder.Read(folder, description)), $"the cache {folder}");
        }
        catch (Exception e) when (DatasetFolder.IsFileError(e))
        {
            log($"{description.Name}: the cached copy is not used: {e.Message}");
            return SourceResult.Missing($"the copy in the cache {folder} is bad");
        }
    }
}
