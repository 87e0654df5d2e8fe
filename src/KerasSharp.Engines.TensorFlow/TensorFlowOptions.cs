namespace KerasSharp.Engines.TensorFlow;

/// <summary>How TensorFlow runs; read once, when the engine starts.</summary>
public sealed record TensorFlowOptions
{
    /// <summary>Threads for the work within an op; 0 leaves it to TensorFlow. Default: <c>OMP_NUM_THREADS</c>, else 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int IntraOpThreads
    {
        get;
        init => field = NotNegative(value, nameof(IntraOpThreads));
    } = FromEnvironment("OMP_NUM_THREADS");

    /// <summary>Threads for ops side by side; 0 leaves it to TensorFlow. Default: <c>TF_NUM_INTEROP_THREADS</c>, else 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int InterOpThreads
    {
        get;
        init => field = NotNegative(value, nameof(InterOpThreads));
    } = FromEnvironment("TF_NUM_INTEROP_THREADS");

    /// <summary>Whether an op without a kernel for the device asked for runs on another one. Default: true.</summary>
    public bool SoftPlacement { get; init; } = true;

    /// <summary>Whether a GPU's memory is taken as it is needed, instead of nearly all at the start. Default: true.</summary>
    public bool MemoryGrowth { get; init; } = true;

    /// <summary>The share of a GPU's memory that may be used, above 0 and at most 1; null for all. Default: null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public double? MemoryFraction
    {
        get;
        init =>
            field = value is null or (> 0 and <= 1)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(MemoryFraction), value, "A share of the memory is above 0 and at most 1.");
    }

    private static int NotNegative(int threads, string option) =>
        threads >= 0
            ? threads
            : throw new ArgumentOutOfRangeException(option, threads, "A number of threads is 0, which leaves it to TensorFlow, or more.");

    private static int FromEnvironment(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out int count) && count > 0 ? count : 0;
}
