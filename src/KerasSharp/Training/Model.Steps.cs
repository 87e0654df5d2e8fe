using KerasSharp.Metrics;
using NumSharp;

namespace KerasSharp;

/// <content>One batch at a time.</content>
public partial class Model
{
    private Logs lastLogs = new();

    /// <summary>Trains on one batch. Metrics start anew.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="y">The targets, samples first; null where the loss needs none.</param>
    /// <param name="sampleWeight">The weight of each sample in the loss.</param>
    /// <param name="classWeight">The weight of each class in the loss.</param>
    /// <returns>Loss and metrics of the batch.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another thread trains or evaluates it.</exception>
    /// <exception cref="ArgumentException">The data does not fit the model.</exception>
    public Logs TrainOnBatch(
        DataArrays x,
        DataArrays? y = null,
        DataArrays? sampleWeight = null,
        IReadOnlyDictionary<int, double>? classWeight = null
    ) => RunBatch(new Batch(x, y, sampleWeight), classWeight, isTraining: true);

    /// <summary>Computes loss and metrics of one batch without training. Metrics start anew.</summary>
    /// <inheritdoc cref="TrainOnBatch"/>
    public Logs TestOnBatch(DataArrays x, DataArrays? y = null, DataArrays? sampleWeight = null) =>
        RunBatch(new Batch(x, y, sampleWeight), null, isTraining: false);

    /// <summary>The outputs for one batch. May be called from many threads at once.</summary>
    /// <param name="x">The inputs, samples first.</param>
    public NDArray[] PredictOnBatch(DataArrays x)
    {
        ThrowIfDisposed();
        return RunPredict(NotEmpty(ConvertInputs(x)));
    }

    /// <summary>The running values of losses and metrics as the last batch left them.</summary>
    public Logs GetMetricsResult() => new(lastLogs);

    /// <summary>
    /// The values as the list that Keras's <c>evaluate</c> returns: the loss, then of a model with one output the metrics as they were given to
    /// <see cref="Compile"/>, of one with several the losses in the outputs' order (of a dictionary of outputs, in that of the losses) and the metrics in alphabetical order.
    /// </summary>
    /// <param name="logs">What Evaluate, TrainOnBatch or TestOnBatch returned.</param>
    public IReadOnlyList<double> MetricsInOrder(Logs logs)
    {
        string[] names =
        [
            "loss",
            .. CompiledMetrics.Select(metric => metric.Name),
            .. (OutputKeys is null ? TargetNames : arguments?.Loss?.Names ?? TargetNames).Select(name => $"{name}_loss"),
        ];
        return
        [
            .. names.Where(logs.ContainsKey).Select(name => logs[name]),
            .. logs.Where(log => !names.Contains(log.Key)).OrderBy(log => log.Key, StringComparer.Ordinal).Select(log => log.Value),
        ];
    }

    /// <summary>Runs a step on a batch and keeps the logs for <see cref="GetMetricsResult"/>.</summary>
    internal Logs RunStep(StepFunction step, NDArray[] arrays)
    {
        CheckBatchSize(arrays);
        return lastLogs = step.Run(arrays);
    }

    /// <summary>The arrays in the types of the model's inputs.</summary>
    /// <exception cref="ArgumentException">Their number, names, type, rank or shape does not fit.</exception>
    internal NDArray[] ConvertInputs(DataArrays x)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(x);
        if (!IsFunctional && x.Names is not null)
            throw new ArgumentException($"Model '{Name}' has no named inputs yet. Give a list of arrays, or make a functional model.");
        var given = IsFunctional ? x.InOrder(InputNames, $"Model '{Name}', x", _ => false) : [.. x];
        if (given.Length == 0 || (IsFunctional && given.Length != Inputs.Count))
            throw new ArgumentException(
                $"Model '{Name}' has {(IsFunctional ? Inputs.Count : 1)} inputs{(IsFunctional ? $" ({string.Join(", ", InputNames)})" : "")}; {given.Length} arrays came."
            );
        var converted = new NDArray[given.Length];
        for (int i = 0; i < converted.Length; i++)
            converted[i] = ConvertInput(given[i], i);
        if (converted.FirstOrDefault(array => array.shape[0] != converted[0].shape[0]) is { } other)
            throw new ArgumentException(
                $"Model '{Name}': all inputs need the same number of samples; one has {converted[0].shape[0]}, another {other.shape[0]}."
            );
        return converted;
    }

    private NDArray ConvertInput(NDArray? array, int index)
    {
        if (array is null)
            throw new ArgumentException($"Model '{Name}': the array for input {index} is null.");
        if (array.typecode is NPTypeCode.Complex or NPTypeCode.Char or NPTypeCode.Decimal)
            throw new ArgumentException(
                $"Model '{Name}': the array for input {index} has elements of {array.dtype.Name}; give numbers, such as float or int."
            );
        var converted = HostArray.Convert(array, IsFunctional ? Inputs[index].DType : DType.Float32, $"input {index} of model '{Name}'");
        if (IsFunctional)
            converted = FitRank(converted, Inputs[index].Shape);
        var shape = Shape.Of(converted.shape);
        if (shape.Rank == 0 || (IsFunctional && !Inputs[index].Shape.With(0, -1).IsCompatibleWith(shape)))
            throw new ArgumentException(
                $"Model '{Name}' expects shape {(IsFunctional ? Inputs[index].Shape : "(None, …)")} for its input '{(IsFunctional ? InputNames[index] : index)}'; the array has shape {shape}. Reshape it, samples first."
            );
        return converted;
    }

    /// <summary>As Keras does, adds a last dimension of 1 that only the model has, or takes one away that only the array has.</summary>
    private static NDArray FitRank(NDArray array, Shape expected)
    {
        int rank = array.shape.Length;
        if (rank == expected.Rank - 1 && expected[-1] == 1)
            return array.reshape([.. array.shape, 1]);
        return rank == expected.Rank + 1 && array.shape[^1] == 1 ? array.reshape(array.shape[..^1]) : array;
    }

    /// <summary>Refuses a batch of another size than a model for batches of a fixed size takes.</summary>
    private void CheckBatchSize(NDArray[] arrays)
    {
        if (IsFunctional && Inputs[0].Shape[0] is >= 0 and var size && arrays[0].shape[0] != size)
            throw new ArgumentException(
                $"Model '{Name}' is made for batches of {size} samples; one of {arrays[0].shape[0]} came. Use batchSize: {size}, and a number of samples that it divides."
            );
    }

    private NDArray[] NotEmpty(NDArray[] inputs) =>
        inputs[0].shape[0] > 0
            ? inputs
            : throw new ArgumentException($"Model '{Name}': the data is empty (0 samples). Give at least one sample.");

    private Logs RunBatch(Batch batch, IReadOnlyDictionary<int, double>? classWeight, bool isTraining)
    {
        CheckCompiled();
        using var hold = training.Take(Name);
        var data = new TrainingData(this, batch).WeightedBy(classWeight);
        var step = Step(data, isTraining);
        step.Reset();
        return new Logs(RunStep(step, data.All));
    }
}
