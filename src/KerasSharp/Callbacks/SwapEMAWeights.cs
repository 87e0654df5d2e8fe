namespace KerasSharp.Callbacks;

/// <summary>
/// Evaluates and predicts with the moving averages of the weights in their place, of an optimizer with <c>UseEma</c>, and puts the weights
/// back afterwards.
/// </summary>
/// <param name="swapOnEpoch">Whether the averages also stand in the model from the end of an epoch to the begin of the next.</param>
public sealed class SwapEMAWeights(bool swapOnEpoch = false) : Callback
{
    private bool isSwapped;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        if (swapOnEpoch)
            Bring(averages: false);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (!swapOnEpoch || isSwapped)
            return;
        Bring(averages: true);
        if (epoch != Epochs - 1)
            return;
        foreach (var (variable, average) in Model.Optimizer!.Averages)
            average.SetValue(variable.GetValue());
    }

    /// <inheritdoc/>
    public override void OnTestBegin(Logs logs) => Bring(averages: true);

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs) => Bring(averages: false);

    /// <inheritdoc/>
    public override void OnPredictBegin(Logs logs) => Bring(averages: true);

    /// <inheritdoc/>
    public override void OnPredictEnd(Logs logs) => Bring(averages: false);

    private void Bring(bool averages)
    {
        if (isSwapped == averages)
            return;
        if (Model.Optimizer is not { UseEma: true } optimizer)
            throw new InvalidOperationException(
                $"SwapEMAWeights needs an optimizer with UseEma = true; that of model '{Model.Name}' has none."
            );
        isSwapped = averages;
        foreach (var (variable, average) in optimizer.Averages)
        {
            var value = variable.GetValue();
            variable.SetValue(average.GetValue());
            average.SetValue(value);
        }
    }
}
