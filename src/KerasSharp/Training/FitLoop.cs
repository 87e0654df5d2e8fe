using KerasSharp.Callbacks;

namespace KerasSharp;

/// <summary>Runs a step over the batches of an epoch or an evaluation.</summary>
internal sealed class FitLoop(Model model, EpochIterator batches, CallbackList callbacks, CancellationToken cancellationToken)
{
    private TrainingData? kind;
    private StepFunction? step;
    private bool reportedNaN;

    /// <summary>One epoch of training.</summary>
    /// <returns>The running values of losses and metrics at its end.</returns>
    public Logs RunEpoch()
    {
        var logs = new Logs();
        batches.Begin();
        for (int index = 0; batches.HasStep(); index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            callbacks.TrainBatchBegin(index);
            if (!batches.TryNext(out var batch))
                break;
            logs = Run(batch, isFirst: index == 0, training: true);
            ReportNaN(index, logs);
            callbacks.TrainBatchEnd(index, logs);
            if (model.StopTraining)
                break;
        }
        EndEpoch(logs);
        return new Logs(logs);
    }

    /// <summary>One evaluation.</summary>
    public Logs RunTest()
    {
        var logs = new Logs();
        model.StopEvaluating = false;
        callbacks.TestBegin();
        batches.Restart();
        for (int index = 0; batches.HasStep(); index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            callbacks.TestBatchBegin(index);
            if (!batches.TryNext(out var batch))
                break;
            logs = Run(batch, isFirst: index == 0, training: false);
            callbacks.TestBatchEnd(index, logs);
            if (model.StopEvaluating)
                break;
        }
        EndEpoch(logs);
        callbacks.TestEnd(logs);
        return logs;
    }

    private Logs Run(StepBatch batch, bool isFirst, bool training)
    {
        if (!ReferenceEquals(kind, batch.Like))
            (kind, step) = (batch.Like, model.Step(batch.Like, training));
        if (isFirst)
            step!.Reset();
        return model.RunStep(step!, batch.Arrays);
    }

    /// <summary>Warns where the data did not suffice; an epoch without any batch ends the training.</summary>
    private void EndEpoch(Logs logs)
    {
        batches.End();
        if (logs.Count == 0 && step is null)
            throw new ArgumentException($"Model '{model.Name}': the generator gave no batch. Give at least one.");
        if (batches.RanOut)
            TrainingWarnings.OutOfData();
        if (logs.Count == 0)
            model.StopTraining = true;
    }

    private void ReportNaN(int index, Logs logs)
    {
        if (reportedNaN || !logs.TryGetValue("loss", out double loss) || !double.IsNaN(loss))
            return;
        reportedNaN = true;
        TrainingWarnings.Write(
            $"Model '{model.Name}': the loss is NaN since batch {index}. Lower the learning rate or check the data; training goes on. The callback TerminateOnNaN would end it."
        );
    }
}
