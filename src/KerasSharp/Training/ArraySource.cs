namespace KerasSharp;

/// <summary>Batches cut out of arrays.</summary>
/// <param name="data">The arrays.</param>
/// <param name="batchSize">Samples a batch; the last of a pass may have fewer.</param>
/// <param name="shuffle">Whether samples come in a new order each pass.</param>
internal sealed class ArraySource(TrainingData data, int batchSize, bool shuffle) : IBatchSource
{
    private readonly RowGather gather = new(data.All);
    private readonly int[] order = [.. Enumerable.Range(0, data.Count)];

    public int? Count => (data.Count + batchSize - 1) / batchSize;

    public IEnumerator<StepBatch> Open()
    {
        if (shuffle)
            new Random(SeedGenerator.Global.Next()).Shuffle(order);
        for (int start = 0; start < data.Count; start += batchSize)
            yield return new StepBatch(gather.Take(order, start, Math.Min(batchSize, data.Count - start)), data);
    }
}
