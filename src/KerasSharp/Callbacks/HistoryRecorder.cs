namespace KerasSharp.Callbacks;

/// <summary>Writes the logs of each epoch into the history that Fit returns.</summary>
internal sealed class HistoryRecorder(History history) : Callback
{
    public override void OnEpochEnd(int epoch, Logs logs) => history.Add(epoch, logs);
}
