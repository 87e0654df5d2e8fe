using KerasSharp.Callbacks;
using NumSharp;

namespace KerasSharp;

/// <content>Training, evaluation and prediction over whole data sets.</content>
public partial class Model
{
    /// <summary>Set to true, by a callback or another thread, to end <see cref="Fit"/> after the batch that runs.</summary>
    public bool StopTraining { get; set; }

    /// <summary>Trains the model for a number of epochs.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="y">The targets, samples first.</param>
    /// <param name="batchSize">Samples a step; the last batch of an epoch may be smaller.</param>
    /// <param name="epochs">The epoch to end before, counted from 0.</param>
    /// <param name="verbose">0 for silence, 1 for a progress bar, 2 for a line an epoch.</param>
    /// <param name="callbacks">Told of every epoch and batch.</param>
    /// <param name="validationSplit">The share of the samples, taken from the end before shuffling, on which each epoch is evaluated.</param>
    /// <param name="validationData">Data on which each epoch is evaluated.</param>
    /// <param name="shuffle">Whether samples come in a new order each epoch.</param>
    /// <param name="classWeight">The weight of each class in the loss.</param>
    /// <param name="sampleWeight">The weight of each sample in the loss.</param>
    /// <param name="initialEpoch">The epoch to begin with.</param>
    /// <param name="validationBatchSize">Samples a step of the evaluation; as <paramref name="batchSize"/> by default.</param>
    /// <param name="validationFreq">Evaluate after every so many epochs.</param>
    /// <param name="cancellationToken">Ends the training with an exception before the next batch.</param>
    /// <returns>The losses and metrics of each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ArgumentException">The data does not fit the model.</exception>
    public History Fit(
        DataArrays x,
        DataArrays y,
        int batchSize = 32,
        int epochs = 1,
        int verbose = 1,
        IReadOnlyList<Callback>? callbacks = null,
        double validationSplit = 0,
        (DataArrays X, DataArrays Y)? validationData = null,
        bool shuffle = true,
        IReadOnlyDictionary<int, double>? classWeight = null,
        DataArrays? sampleWeight = null,
        int initialEpoch = 0,
        int? validationBatchSize = null,
        int validationFreq = 1,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(validationFreq, 1);
        if (validationSplit is < 0 or >= 1)
            throw new ArgumentOutOfRangeException(
                nameof(validationSplit),
                validationSplit,
                "validationSplit is a share of the data, from 0 to below 1."
            );
        var data = new TrainingData(this, x, y, sampleWeight, classWeight);
        TrainingData? validation = null;
        if (validationData is { } given)
            validation = new TrainingData(this, given.X, given.Y, null, null);
        else if (validationSplit > 0)
            (data, validation) = data.Split((int)Math.Floor(data.Count * (1 - validationSplit)));
        var loop = new FitLoop(this, Step(data, training: true), data, batchSize, shuffle, cancellationToken);
        var history = new History();
        var list = new CallbackList(this, callbacks ?? [], verbose, epochs, loop.Steps);
        StopTraining = false;
        list.TrainBegin();
        var logs = new Logs();
        for (int epoch = initialEpoch; epoch < epochs && !StopTraining; epoch++)
        {
            list.EpochBegin(epoch);
            logs = loop.RunEpoch(list);
            if (validation is not null && (epoch + 1) % validationFreq == 0)
                foreach (var (name, value) in EvaluateOn(validation, validationBatchSize ?? batchSize, list, cancellationToken))
                    logs[$"val_{name}"] = value;
            history.Add(epoch, logs);
            list.EpochEnd(epoch, logs);
        }
        list.TrainEnd(logs);
        return history;
    }

    /// <summary>Loss and metrics over a data set.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="y">The targets, samples first.</param>
    /// <param name="batchSize">Samples a step.</param>
    /// <param name="sampleWeight">The weight of each sample in the loss.</param>
    /// <param name="cancellationToken">Ends the evaluation with an exception before the next batch.</param>
    public Logs Evaluate(
        DataArrays x,
        DataArrays y,
        int batchSize = 32,
        DataArrays? sampleWeight = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return EvaluateOn(new TrainingData(this, x, y, sampleWeight, null), batchSize, null, cancellationToken);
    }

    /// <summary>The outputs for a data set, one array an output. May be called from many threads at once.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="batchSize">Samples a step.</param>
    public NDArray[] PredictAll(DataArrays x, int batchSize = 32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var inputs = ConvertInputs(x);
        int count = (int)inputs[0].shape[0];
        if (count == 0)
            throw new ArgumentException($"Model '{Name}': the data is empty (0 samples). Give at least one sample.");
        if (count <= batchSize)
            return RunPredict(inputs);
        var gather = new RowGather(inputs);
        int[] order = [.. Enumerable.Range(0, count)];
        var parts = new List<NDArray[]>();
        for (int start = 0; start < count; start += batchSize)
            parts.Add(RunPredict(gather.Take(order, start, Math.Min(batchSize, count - start))));
        return [.. parts[0].Select((_, i) => np.concatenate([.. parts.Select(part => part[i])], 0))];
    }

    /// <summary>The output of a model with one output for a data set.</summary>
    /// <exception cref="InvalidOperationException">The model has several outputs; use <see cref="PredictAll"/>.</exception>
    public NDArray Predict(DataArrays x, int batchSize = 32) =>
        PredictAll(x, batchSize) is [var only]
            ? only
            : throw new InvalidOperationException($"Model '{Name}' has several outputs. Use PredictAll, which gives them all.");

    private Logs EvaluateOn(TrainingData data, int batchSize, CallbackList? list, CancellationToken cancellationToken) =>
        new FitLoop(this, Step(data, training: false), data, batchSize, false, cancellationToken).RunTest(list);
}
