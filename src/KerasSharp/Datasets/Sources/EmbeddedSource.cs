using KerasSharp.Formats.Idx;

namespace KerasSharp.Datasets.Sources;

/// <summary>The first 2,000 training and 1,000 test images, which lie in the assembly itself.</summary>
internal sealed class EmbeddedSource(DatasetDescription description) : IDatasetSource
{
    /// <inheritdoc/>
    public bool IsPartial => true;

    /// <inheritdoc/>
    public SourceResult TryLoad()
    {
        List<IdxContent> contents = [.. description.Files.Select(ReadResource)];
        return SourceResult.Found(DatasetArrays.Of(contents), "the small part that ships with KerasSharp");
    }

    private IdxContent ReadResource(DatasetFile file)
    {
        var name = $"Datasets/{description.Folder}-{file.Name}.gz";
        using var stream =
            typeof(EmbeddedSource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no resource {name}; it was built without its data.");
        return IdxReader.Read(stream, name);
    }
}
