using KerasSharp.Callbacks;

namespace KerasSharp;

/// <content>The course of a training, whatever the batches come from.</content>
public partial class Model
{
    private const int DefaultBatchSize = 32;

    private History FitFeed(
        BatchFeed feed,
        IReadOnlyDictionary<int, double>? classWeight,
        int? stepsPerEpoch,
        ValidationData? validationData,
        int? validationSteps,
        int? validationBatchSize,
        FitSettings settings
    )
    {
        CheckCompiled();
        var validation = ValidationSource(validationData, validationBatchSize ?? DefaultBatchSize, settings.CancellationToken);
        CheckValidation(validation, validationSteps, validationBatchSize, settings.ValidationFreq);
        if (validationBatchSize is not null && validation is FeedSource)
            throw new NotSupportedException("validationBatchSize has no effect on validation data that comes in batches.");
        var source = new FeedSource(this, feed, classWeight, settings.CancellationToken);
        return Train(source, stepsPerEpoch, validation, validationSteps, settings);
    }

    private History Train(
        IBatchSource source,
        int? stepsPerEpoch,
        IBatchSource? validationSource,
        int? validationSteps,
        FitSettings settings
    )
    {
        CheckSteps(stepsPerEpoch, nameof(stepsPerEpoch));
        CheckSteps(validationSteps, nameof(validationSteps));
        var token = settings.CancellationToken;
        using var hold = training.Take(Name);
        using var batches = new EpochIterator(source, stepsPerEpoch);
        using var held = validationSource is null ? null : new EpochIterator(validationSource, validationSteps);
        var history = History = new History();
        var list = new CallbackList(this, settings.Callbacks, settings.Verbose, settings.Epochs, batches.Steps, history);
        var loop = new FitLoop(this, batches, list, token);
        StopTraining = false;
        list.TrainBegin();
        var logs = new Logs();
        for (int epoch = settings.InitialEpoch; epoch < settings.Epochs; epoch++)
        {
            list.EpochBegin(epoch);
            logs = loop.RunEpoch();
            if (held is not null && (settings.ValidationFreq ?? 1).Includes(epoch))
                logs.Add("val_", new FitLoop(this, held, list, token).RunTest());
            list.EpochEnd(epoch, logs);
            if (StopTraining)
                break;
        }
        if (settings.Epochs > 0)
            AverageWeights();
        list.TrainEnd(logs);
        return history;
    }

    /// <summary>Puts the moving averages in the weights' place, where the optimizer keeps them.</summary>
    private void AverageWeights()
    {
        foreach (var (variable, average) in Optimizer!.Averages)
            variable.SetValue(average.GetValue());
    }

    private IBatchSource? ValidationSource(ValidationData? data, int batchSize, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1, "validationBatchSize");
        if (data?.Batches is { } feed)
            return new FeedSource(this, feed, null, cancellationToken);
        return data?.Arrays is { } arrays ? new ArraySource(new TrainingData(this, arrays), batchSize, shuffle: false) : null;
    }

    private (TrainingData Before, TrainingData After) SplitFor(TrainingData data, double validationSplit)
    {
        int at = (int)Math.Floor(data.Count * (1 - validationSplit));
        return at > 0 && at < data.Count
            ? data.Split(at)
            : throw new ArgumentException(
                $"Model '{Name}': {data.Count} samples cannot be split by validationSplit {validationSplit}: one part would be empty. Give more samples, or another share."
            );
    }

    private static void CheckValidation(IBatchSource? validation, int? steps, int? batchSize, ValidationFrequency? frequency)
    {
        if (validation is not null)
            return;
        var useless = (steps, batchSize, frequency) switch
        {
            (not null, _, _) => "validationSteps",
            (_, not null, _) => "validationBatchSize",
            (_, _, not null) => "validationFreq",
            _ => null,
        };
        if (useless is not null)
            throw new NotSupportedException(
                $"{useless} has no effect without validationData or validationSplit. Leave it out, or give one."
            );
    }

    private static void CheckSteps(int? steps, string argument)
    {
        if (steps < 1)
            throw new ArgumentOutOfRangeException(argument, steps, $"{argument} is a number of batches, at least 1.");
    }
}
