namespace KerasSharp.Callbacks;

/// <summary>A callback that watches whether a log gets better.</summary>
public abstract class MonitorCallback : Callback
{
    private readonly double minDelta;
    private readonly string mode;
    private bool? wantsMore;

    /// <param name="monitor">The log to watch.</param>
    /// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>: as the metric's nature is.</param>
    /// <param name="minDelta">The least change that counts as better; its sign does not matter.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    private protected MonitorCallback(string monitor, string mode, double minDelta)
    {
        if (mode is not ("auto" or "min" or "max"))
            throw new ArgumentException($"{GetType().Name}: mode is 'auto', 'min' or 'max'; got '{mode}'.", nameof(mode));
        (Monitor, this.mode, this.minDelta) = (monitor, mode, Math.Abs(minDelta));
    }

    /// <summary>The log that is watched.</summary>
    public string Monitor { get; }

    /// <summary>The best value so far; null before the first.</summary>
    public double? Best { get; private protected set; }

    /// <summary>The value of the log; null, with a warning, where it is not in the logs.</summary>
    private protected double? Current(Logs logs)
    {
        wantsMore ??= mode == "auto" ? MonitorDirection.WantsMore(this) : mode == "max";
        if (logs.TryGetValue(Monitor, out double value))
            return value;
        TrainingWarnings.Write(
            $"{GetType().Name} watches '{Monitor}', which is not available. Available are: {string.Join(", ", logs.Keys)}."
        );
        return null;
    }

    /// <summary>Whether a value is better than another by the least change; anything is better than nothing, and nothing than NaN.</summary>
    private protected bool IsImprovement(double value, double? reference) =>
        reference is not { } than || (wantsMore == true ? value - minDelta > than : value + minDelta < than);
}
