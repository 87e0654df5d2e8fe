namespace KerasSharp;

/// <summary>
/// Draws seeds for whatever was given none: initializers, dropout, shuffling. Its numbers are those of Python's <c>random</c>, so after
/// <see cref="KerasRandom.SetSeed"/> a model is initialized with the very weights that Keras gives it. Thread-safe.
/// </summary>
public sealed class SeedGenerator
{
    private readonly Lock gate = new();
    private PythonRandom random;

    /// <summary>A generator with a seed of its own; null for an arbitrary one.</summary>
    public SeedGenerator(int? seed = null) => random = new PythonRandom(seed ?? Environment.TickCount ^ Environment.ProcessId);

    /// <summary>The process-wide generator.</summary>
    public static SeedGenerator Global { get; } = new();

    /// <summary>The next seed, from 1 to 1000000000.</summary>
    public int Next()
    {
        lock (gate)
            return 1 + (int)random.Below(1_000_000_000);
    }

    /// <summary>Starts the sequence again from a seed.</summary>
    public void Reset(int seed)
    {
        lock (gate)
            random = new PythonRandom(seed);
    }
}
