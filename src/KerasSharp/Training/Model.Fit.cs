using System.Runtime.CompilerServices;
using KerasSharp.Callbacks;

namespace KerasSharp;

/// <content>Training over whole data sets.</content>
public partial class Model
{
    /// <summary>Set to true, by a callback or another thread, to end <c>Fit</c> after the batch that runs; its epoch is still evaluated.</summary>
    public bool StopTraining { get; set; }

    /// <summary>What the last Fit recorded; null before.</summary>
    public History? History { get; private set; }

    /// <summary>Trains the model for a number of epochs.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="y">The targets, samples first; null where no loss or metric needs them.</param>
    /// <param name="batchSize">Samples a step, at least 1; the last batch of an epoch may be smaller.</param>
    /// <param name="epochs">The epoch to end before, counted from 0.</param>
    /// <param name="verbose">0 for silence, 1 for a progress bar, 2 for a line an epoch.</param>
    /// <param name="callbacks">Told of every epoch and batch.</param>
    /// <param name="validationSplit">The share of the samples, taken from the end before shuffling, on which each epoch is evaluated, 0 to below 1. Ignored where there is validation data, as in Keras.</param>
    /// <param name="validationData">Data on which each epoch is evaluated: <c>(x, y)</c>, <c>(x, y, sampleWeight)</c> or batches.</param>
    /// <param name="shuffle">Whether samples come in a new order each epoch.</param>
    /// <param name="classWeight">The weight of each class in the loss; 1 for those not given. For models with one output.</param>
    /// <param name="sampleWeight">The weight of each sample in the loss.</param>
    /// <param name="initialEpoch">The epoch to begin with.</param>
    /// <param name="stepsPerEpoch">Batches an epoch; the next epoch goes on where this one stopped. All batches by default.</param>
    /// <param name="validationSteps">Batches an evaluation; all by default.</param>
    /// <param name="validationBatchSize">Samples a step of the evaluation; as <paramref name="batchSize"/> by default.</param>
    /// <param name="validationFreq">Evaluate after every so many epochs, or after the epochs of a list, counted from 1; after each by default.</param>
    /// <param name="cancellationToken">Ends the training with an exception before the next batch.</param>
    /// <returns>The losses and metrics of each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another thread trains or evaluates it.</exception>
    /// <exception cref="ArgumentException">The data does not fit the model, or an argument is out of range.</exception>
    /// <exception cref="NotSupportedException">An argument for validation came without validation data.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public History Fit(
        DataArrays x,
        DataArrays? y = null,
        int batchSize = 32,
        int epochs = 1,
        int verbose = 1,
        IReadOnlyList<Callback>? callbacks = null,
        double validationSplit = 0,
        ValidationData? validationData = null,
        bool shuffle = true,
        IReadOnlyDictionary<int, double>? classWeight = null,
        DataArrays? sampleWeight = null,
        int initialEpoch = 0,
        int? stepsPerEpoch = null,
        int? validationSteps = null,
        int? validationBatchSize = null,
        ValidationFrequency? validationFreq = null,
        CancellationToken cancellationToken = default
    )
    {
        CheckCompiled();
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (validationSplit is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(
                nameof(validationSplit),
                validationSplit,
                "validationSplit is a share of the data, from 0 to below 1."
            );
        var data = new TrainingData(this, new Batch(x, y, sampleWeight));
        var validation = ValidationSource(validationData, validationBatchSize ?? batchSize, cancellationToken);
        if (validation is null && validationSplit > 0)
        {
            (data, var held) = SplitFor(data, validationSplit);
            validation = new ArraySource(held, validationBatchSize ?? batchSize, shuffle: false);
        }
        var settings = new FitSettings(epochs, initialEpoch, verbose, callbacks, validationFreq, cancellationToken);
        CheckValidation(validation, validationSteps, validationBatchSize, validationFreq);
        return Train(
            new ArraySource(data.WeightedBy(classWeight), batchSize, shuffle),
            stepsPerEpoch,
            validation,
            validationSteps,
            settings
        );
    }

    /// <summary>Trains the model on batches that a generator makes; it runs a few batches ahead on another thread.</summary>
    /// <param name="batches">The batches, enumerated anew each epoch, or with <paramref name="stepsPerEpoch"/> through all epochs.</param>
    /// <param name="epochs">The epoch to end before, counted from 0.</param>
    /// <param name="verbose">0 for silence, 1 for a progress bar, 2 for a line an epoch.</param>
    /// <param name="callbacks">Told of every epoch and batch.</param>
    /// <param name="validationData">Data on which each epoch is evaluated: <c>(x, y)</c>, <c>(x, y, sampleWeight)</c> or batches.</param>
    /// <param name="classWeight">The weight of each class in the loss; 1 for those not given. For models with one output.</param>
    /// <param name="initialEpoch">The epoch to begin with.</param>
    /// <param name="stepsPerEpoch">Batches an epoch; the next epoch goes on where this one stopped. All batches by default.</param>
    /// <param name="validationSteps">Batches an evaluation; all by default.</param>
    /// <param name="validationBatchSize">Samples a step of the evaluation, where validation data is arrays; 32 by default.</param>
    /// <param name="validationFreq">Evaluate after every so many epochs, or after the epochs of a list, counted from 1; after each by default.</param>
    /// <param name="cancellationToken">Ends the training with an exception before the next batch.</param>
    /// <returns>The losses and metrics of each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another thread trains or evaluates it.</exception>
    /// <exception cref="ArgumentException">A batch does not fit the model, there is none, or an argument is out of range.</exception>
    /// <exception cref="NotSupportedException">An argument for validation came without validation data.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public History Fit(
        IEnumerable<Batch> batches,
        int epochs = 1,
        int verbose = 1,
        IReadOnlyList<Callback>? callbacks = null,
        ValidationData? validationData = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        int? stepsPerEpoch = null,
        int? validationSteps = null,
        int? validationBatchSize = null,
        ValidationFrequency? validationFreq = null,
        CancellationToken cancellationToken = default
    )
    {
        var settings = new FitSettings(epochs, initialEpoch, verbose, callbacks, validationFreq, cancellationToken);
        return FitFeed(new BatchFeed(batches), classWeight, stepsPerEpoch, validationData, validationSteps, validationBatchSize, settings);
    }

    /// <summary>Trains the model on batches that arrive asynchronously; they are awaited a few ahead on another thread.</summary>
    /// <param name="batches">The batches, enumerated anew each epoch, or with <paramref name="stepsPerEpoch"/> through all epochs.</param>
    /// <param name="epochs">The epoch to end before, counted from 0.</param>
    /// <param name="verbose">0 for silence, 1 for a progress bar, 2 for a line an epoch.</param>
    /// <param name="callbacks">Told of every epoch and batch.</param>
    /// <param name="validationData">Data on which each epoch is evaluated: <c>(x, y)</c>, <c>(x, y, sampleWeight)</c> or batches.</param>
    /// <param name="classWeight">The weight of each class in the loss; 1 for those not given. For models with one output.</param>
    /// <param name="initialEpoch">The epoch to begin with.</param>
    /// <param name="stepsPerEpoch">Batches an epoch; the next epoch goes on where this one stopped. All batches by default.</param>
    /// <param name="validationSteps">Batches an evaluation; all by default.</param>
    /// <param name="validationBatchSize">Samples a step of the evaluation, where validation data is arrays; 32 by default.</param>
    /// <param name="validationFreq">Evaluate after every so many epochs, or after the epochs of a list, counted from 1; after each by default.</param>
    /// <param name="cancellationToken">Ends the training with an exception before the next batch.</param>
    /// <returns>The losses and metrics of each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another thread trains or evaluates it.</exception>
    /// <exception cref="ArgumentException">A batch does not fit the model, there is none, or an argument is out of range.</exception>
    /// <exception cref="NotSupportedException">An argument for validation came without validation data.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public History Fit(
        IAsyncEnumerable<Batch> batches,
        int epochs = 1,
        int verbose = 1,
        IReadOnlyList<Callback>? callbacks = null,
        ValidationData? validationData = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        int? stepsPerEpoch = null,
        int? validationSteps = null,
        int? validationBatchSize = null,
        ValidationFrequency? validationFreq = null,
        CancellationToken cancellationToken = default
    )
    {
        var settings = new FitSettings(epochs, initialEpoch, verbose, callbacks, validationFreq, cancellationToken);
        return FitFeed(new BatchFeed(batches), classWeight, stepsPerEpoch, validationData, validationSteps, validationBatchSize, settings);
    }
}
