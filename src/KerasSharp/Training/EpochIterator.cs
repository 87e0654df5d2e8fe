namespace KerasSharp;

/// <summary>
/// Cuts passes over a source into epochs. Without a number of steps an epoch is a pass; with one it goes on where the epoch before
/// stopped.
/// </summary>
/// <param name="source">The batches.</param>
/// <param name="stepsPerEpoch">Steps an epoch; null for a pass each.</param>
internal sealed class EpochIterator(IBatchSource source, int? stepsPerEpoch) : IDisposable
{
    private IEnumerator<StepBatch>? pass;
    private int step;
    private int seen;
    private int? counted = source.Count;

    /// <summary>The steps of an epoch; null where the first pass has not told yet.</summary>
    public int? Steps => stepsPerEpoch ?? counted;

    /// <summary>True when the last epoch ended before its steps were done.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Begins an epoch.</summary>
    public void Begin()
    {
        if (stepsPerEpoch is null)
            Close();
        (step, RanOut) = (0, false);
    }

    /// <summary>Begins an evaluation, which always starts with the first batch.</summary>
    public void Restart()
    {
        Close();
        Begin();
    }

    /// <summary>Whether another step is to be tried; that there is a batch for it only <see cref="TryNext"/> tells.</summary>
    public bool HasStep()
    {
        if (Steps is { } steps && step >= steps && (stepsPerEpoch is not null || source.Count is not null))
            return false;
        if (source.Count is not { } count || seen < count)
            return true;
        RanOut = step < Steps;
        return false;
    }

    /// <summary>The next batch; false where there are no more.</summary>
    public bool TryNext(out StepBatch batch)
    {
        bool isFresh = pass is null;
        pass ??= source.Open();
        if (!pass.MoveNext())
        {
            Close();
            if (!isFresh && step == 0 && stepsPerEpoch is not null)
                return TryNext(out batch);
            counted ??= step;
            RanOut = step == 0 || stepsPerEpoch is not null;
            batch = default;
            return false;
        }
        (step, seen) = (step + 1, seen + 1);
        batch = pass.Current;
        return true;
    }

    /// <summary>Ends an epoch: a pass that is over is begun anew by the next.</summary>
    public void End()
    {
        if (seen >= source.Count)
            Close();
    }

    public void Dispose() => Close();

    private void Close()
    {
        pass?.Dispose();
        (pass, seen) = (null, 0);
    }
}
