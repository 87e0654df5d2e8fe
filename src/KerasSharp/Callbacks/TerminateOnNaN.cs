namespace KerasSharp.Callbacks;

/// <summary>Ends the training when the loss is infinite or not a number.</summary>
public sealed class TerminateOnNaN : Callback
{
    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        if (logs.TryGetValue("loss", out double loss) && !double.IsFinite(loss))
            Model.StopTraining = true;
    }
}
