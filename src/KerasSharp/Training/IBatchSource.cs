namespace KerasSharp;

/// <summary>Where a loop's batches come from.</summary>
internal interface IBatchSource
{
    /// <summary>The batches of one pass; null where only the end tells.</summary>
    int? Count { get; }

    /// <summary>Begins a pass. To dispose it ends it, and whatever runs for it.</summary>
    IEnumerator<StepBatch> Open();
}
