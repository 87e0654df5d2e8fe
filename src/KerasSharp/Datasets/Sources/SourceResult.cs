namespace KerasSharp.Datasets.Sources;

/// <summary>What a source found.</summary>
internal sealed class SourceResult
{
    private SourceResult(DatasetArrays? data, string detail)
    {
        Data = data;
        Detail = detail;
    }

    /// <summary>The set, or null.</summary>
    public DatasetArrays? Data { get; }

    /// <summary>Where the set was found, or why it was not.</summary>
    public string Detail { get; }

    public static SourceResult Found(DatasetArrays data, string place) => new(data, place);

    public static SourceResult Missing(string reason) => new(null, reason);
}
