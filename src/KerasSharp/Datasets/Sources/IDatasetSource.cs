namespace KerasSharp.Datasets.Sources;

/// <summary>One place from which a data set may come.</summary>
internal interface IDatasetSource
{
    /// <summary>Whether it has only a part of the set, so that the reasons for not having all are worth saying.</summary>
    bool IsPartial => false;

    /// <summary>Loads the set, or says why this place does not have it. Does not throw for a missing or bad file.</summary>
    SourceResult TryLoad();
}
