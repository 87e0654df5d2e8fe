using System.Runtime.CompilerServices;
using KerasSharp.Callbacks;

namespace KerasSharp;

/// <content>Evaluation over whole data sets.</content>
public partial class Model
{
    /// <summary>Set to true, by a callback or another thread, to end an evaluation after the batch that runs.</summary>
    public bool StopEvaluating { get; set; }

    /// <summary>Loss and metrics over a data set.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="y">The targets, samples first; null where no loss or metric needs them.</param>
    /// <param name="batchSize">Samples a step, at least 1.</param>
    /// <param name="verbose">0 for silence (the default), 1 for a progress bar, 2 for a line.</param>
    /// <param name="sampleWeight">The weight of each sample in the loss and in weighted metrics.</param>
    /// <param name="steps">The number of batches; all by default.</param>
    /// <param name="callbacks">Told of every batch.</param>
    /// <param name="cancellationToken">Ends the evaluation with an exception before the next batch.</param>
    /// <returns>The values by name; <see cref="MetricsInOrder"/> makes Keras's list of them.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another thread trains or evaluates it.</exception>
    /// <exception cref="ArgumentException">The data does not fit the model.</exception>
    public Logs Evaluate(
        DataArrays x,
        DataArrays? y = null,
        int batchSize = 32,
        int verbose = 0,
        DataArrays? sampleWeight = null,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    )
    {
        CheckCompiled();
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var data = new TrainingData(this, new Batch(x, y, sampleWeight));
        return Test(new ArraySource(data, batchSize, shuffle: false), steps, verbose, callbacks, cancellationToken);
    }

    /// <summary>Loss and metrics over batches that a generator makes.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="verbose">0 for silence (the default), 1 for a progress bar, 2 for a line.</param>
    /// <param name="steps">The number of batches; all by default.</param>
    /// <param name="callbacks">Told of every batch.</param>
    /// <param name="cancellationToken">Ends the evaluation with an exception before the next batch.</param>
    /// <returns>The values by name; <see cref="MetricsInOrder"/> makes Keras's list of them.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another thread trains or evaluates it.</exception>
    /// <exception cref="ArgumentException">A batch does not fit the model, or there is none.</exception>
    [OverloadResolutionPriority(1)]
    public Logs Evaluate(
        IEnumerable<Batch> batches,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    )
    {
        CheckCompiled();
        return Test(new FeedSource(this, new BatchFeed(batches), null, cancellationToken), steps, verbose, callbacks, cancellationToken);
    }

    /// <summary>Loss and metrics over batches that arrive asynchronously.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="verbose">0 for silence (the default), 1 for a progress bar, 2 for a line.</param>
    /// <param name="steps">The number of batches; all by default.</param>
    /// <param name="callbacks">Told of every batch.</param>
    /// <param name="cancellationToken">Ends the evaluation with an exception before the next batch.</param>
    /// <returns>The values by name; <see cref="MetricsInOrder"/> makes Keras's list of them.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another thread trains or evaluates it.</exception>
    /// <exception cref="ArgumentException">A batch does not fit the model, or there is none.</exception>
    public Logs Evaluate(
        IAsyncEnumerable<Batch> batches,
        int verbose = 0,
        int? steps = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default
    )
    {
        CheckCompiled();
        return Test(new FeedSource(this, new BatchFeed(batches), null, cancellationToken), steps, verbose, callbacks, cancellationToken);
    }

    private Logs Test(IBatchSource source, int? steps, int verbose, IReadOnlyList<Callback>? callbacks, CancellationToken cancellationToken)
    {
        CheckSteps(steps, nameof(steps));
        using var hold = training.Take(Name);
        using var batches = new EpochIterator(source, steps);
        var list = new CallbackList(this, callbacks, verbose, 1, batches.Steps, null);
        return new FitLoop(this, batches, list, cancellationToken).RunTest();
    }
}
