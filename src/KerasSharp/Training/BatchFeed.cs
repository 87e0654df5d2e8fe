namespace KerasSharp;

/// <summary>Batches that somebody else makes, now or later; each pass enumerates them anew.</summary>
internal sealed class BatchFeed
{
    private readonly Func<CancellationToken, IAsyncEnumerable<Batch>> open;

    public BatchFeed(IEnumerable<Batch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        open = _ => OneByOne(batches);
        Count = batches.TryGetNonEnumeratedCount(out int count) ? count : null;
    }

    public BatchFeed(IAsyncEnumerable<Batch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        open = _ => batches;
    }

    /// <summary>The number of batches, where it is a collection.</summary>
    public int? Count { get; }

    /// <summary>Begins a pass on another thread, a few batches ahead.</summary>
    public Prefetcher<Batch> Open(CancellationToken cancellationToken) => new(open, cancellationToken);

    private static async IAsyncEnumerable<Batch> OneByOne(IEnumerable<Batch> batches)
    {
        foreach (var batch in batches)
            yield return batch;
        await Task.CompletedTask.ConfigureAwait(false);
    }
}
