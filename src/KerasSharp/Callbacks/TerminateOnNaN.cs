namespace KerasSharp.Callbacks;

/// <summary>Ends the training when the loss is infinite or not a number.</summary>
/// <param name="raiseError">Whether it ends with an exception instead; false by default.</param>
public sealed class TerminateOnNaN(bool raiseError = false) : Callback
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The loss is infinite or not a number, and <c>raiseError</c> is set.</exception>
    public override void OnBatchEnd(int batch, Logs logs)
    {
        if (!logs.TryGetValue("loss", out double loss) || double.IsFinite(loss))
            return;
        if (raiseError)
            throw new InvalidOperationException(
                $"NaN or Inf loss encountered at batch {batch}. Loss value: {PythonNumber.Repr(loss)}. Terminating training immediately."
            );
        Console.WriteLine($"Batch {batch}: Invalid loss, terminating training");
        Model.StopTraining = true;
    }
}
