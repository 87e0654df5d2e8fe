using System.Runtime.CompilerServices;
using KerasSharp.Callbacks;
using NumSharp;

namespace KerasSharp;

/// <content>Prediction over whole data sets.</content>
public partial class Model
{
    /// <summary>Set to true, by a callback or another thread, to end a prediction after the batch that runs.</summary>
    public bool StopPredicting { get; set; }

    /// <summary>The outputs for a data set, one array an output. May be called from many threads at once.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="batchSize">Samples a step, at least 1.</param>
    /// <param name="verbose">0 for silence (the default), 1 for a progress bar, 2 for a line.</param>
    /// <param name="steps">The number of batches; all by default.</param>
    /// <param name="callbacks">Told of every batch.</param>
    /// <param name="cancellationToken">Ends the prediction with an exception before the next batch.</param>
    /// <exception cref="ArgumentException">The data is empty or does not fit the model.</exception>
    public NDArray[] PredictAll(
        DataArrays x,
        int batchSize = 32,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        CheckSteps(steps, nameof(steps));
        var inputs = NotEmpty(ConvertInputs(x));
        int count = (int)inputs[0].shape[0];
        if (count <= batchSize && callbacks is null && verbose == 0)
            return RunPredict(inputs);
        var gather = new RowGather(inputs);
        int[] order = [.. Enumerable.Range(0, count)];
        var batches = Enumerable
            .Range(0, Math.Min((count + batchSize - 1) / batchSize, steps ?? int.MaxValue))
            .Select(i => gather.Take(order, i * batchSize, Math.Min(batchSize, count - i * batchSize)));
        return PredictBatches(batches, verbose, callbacks, steps ?? (count + batchSize - 1) / batchSize, cancellationToken);
    }

    /// <summary>The outputs for batches that a generator makes; targets and weights in them are left alone.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="verbose">0 for silence (the default), 1 for a progress bar, 2 for a line.</param>
    /// <param name="steps">The number of batches; all by default.</param>
    /// <param name="callbacks">Told of every batch.</param>
    /// <param name="cancellationToken">Ends the prediction with an exception before the next batch.</param>
    /// <exception cref="ArgumentException">A batch does not fit the model, or there is none.</exception>
    [OverloadResolutionPriority(1)]
    public NDArray[] PredictAll(
        IEnumerable<Batch> batches,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    ) => PredictFeed(new BatchFeed(batches), verbose, steps, callbacks, cancellationToken);

    /// <summary>The outputs for batches that arrive asynchronously; targets and weights in them are left alone.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="verbose">0 for silence (the default), 1 for a progress bar, 2 for a line.</param>
    /// <param name="steps">The number of batches; all by default.</param>
    /// <param name="callbacks">Told of every batch.</param>
    /// <param name="cancellationToken">Ends the prediction with an exception before the next batch.</param>
    /// <exception cref="ArgumentException">A batch does not fit the model, or there is none.</exception>
    public NDArray[] PredictAll(
        IAsyncEnumerable<Batch> batches,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    ) => PredictFeed(new BatchFeed(batches), verbose, steps, callbacks, cancellationToken);

    /// <summary>The output of a model with one output for a data set. May be called from many threads at once.</summary>
    /// <exception cref="InvalidOperationException">The model has several outputs; use <see cref="PredictAll(DataArrays, int, int, int?, IReadOnlyList{Callback}, CancellationToken)"/>.</exception>
    /// <inheritdoc cref="PredictAll(DataArrays, int, int, int?, IReadOnlyList{Callback}, CancellationToken)"/>
    public NDArray Predict(
        DataArrays x,
        int batchSize = 32,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    ) => Only(PredictAll(x, batchSize, verbose, steps, callbacks, cancellationToken));

    /// <summary>The output of a model with one output for batches that a generator makes.</summary>
    /// <inheritdoc cref="PredictAll(IEnumerable{Batch}, int, int?, IReadOnlyList{Callback}, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public NDArray Predict(
        IEnumerable<Batch> batches,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    ) => Only(PredictAll(batches, verbose, steps, callbacks, cancellationToken));

    /// <summary>The output of a model with one output for batches that arrive asynchronously.</summary>
    /// <inheritdoc cref="PredictAll(IAsyncEnumerable{Batch}, int, int?, IReadOnlyList{Callback}, CancellationToken)"/>
    public NDArray Predict(
        IAsyncEnumerable<Batch> batches,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    ) => Only(PredictAll(batches, verbose, steps, callbacks, cancellationToken));

    private NDArray[] PredictFeed(
        BatchFeed feed,
        int verbose,
        int? steps,
        IReadOnlyList<Callback>? callbacks,
        CancellationToken cancellationToken
    )
    {
        ThrowIfDisposed();
        CheckSteps(steps, nameof(steps));
        using var batches = feed.Open(cancellationToken);
        return PredictBatches(Inputs(batches, steps), verbose, callbacks, steps ?? feed.Count, cancellationToken);

        IEnumerable<NDArray[]> Inputs(Prefetcher<Batch> source, int? limit)
        {
            for (int i = 0; i < (limit ?? int.MaxValue) && source.TryTake(out var batch); i++)
                yield return NotEmpty(ConvertInputs(batch.X));
        }
    }

    private NDArray[] PredictBatches(
        IEnumerable<NDArray[]> batches,
        int verbose,
        IReadOnlyList<Callback>? callbacks,
        int? steps,
        CancellationToken cancellationToken
    )
    {
        var list = new CallbackList(this, callbacks, verbose, 1, steps, null);
        var parts = new List<NDArray[]>();
        StopPredicting = false;
        list.PredictBegin();
        foreach (var batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            list.PredictBatchBegin(parts.Count);
            parts.Add(RunPredict(batch));
            list.PredictBatchEnd(parts.Count - 1, parts[^1]);
            if (StopPredicting)
                break;
        }
        list.PredictEnd();
        if (parts.Count == 0)
            throw new ArgumentException($"Model '{Name}': the generator gave no batch. Give at least one.");
        return parts.Count == 1 ? parts[0] : [.. parts[0].Select((_, i) => np.concatenate([.. parts.Select(part => part[i])], 0))];
    }

    private NDArray Only(NDArray[] outputs) =>
        outputs is [var only]
            ? only
            : throw new InvalidOperationException($"Model '{Name}' has several outputs. Use PredictAll, which gives them all.");
}
