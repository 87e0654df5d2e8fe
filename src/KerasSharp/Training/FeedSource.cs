namespace KerasSharp;

/// <summary>Batches that come ready-made.</summary>
/// <param name="model">The model that they are for.</param>
/// <param name="feed">The batches.</param>
/// <param name="classWeight">The weights of classes, or null.</param>
/// <param name="cancellationToken">Ends a pass.</param>
internal sealed class FeedSource(
    Model model,
    BatchFeed feed,
    IReadOnlyDictionary<int, double>? classWeight,
    CancellationToken cancellationToken
) : IBatchSource
{
    public int? Count => feed.Count;

    public IEnumerator<StepBatch> Open()
    {
        using var batches = feed.Open(cancellationToken);
        while (batches.TryTake(out var batch))
        {
            if (batch is null)
                throw new ArgumentException($"Model '{model.Name}': the generator gave null instead of a batch.");
            var data = new TrainingData(model, batch).WeightedBy(classWeight);
            yield return new StepBatch(data.All, data);
        }
    }
}
