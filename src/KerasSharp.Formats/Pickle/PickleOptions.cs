namespace KerasSharp.Formats.Pickle;

/// <summary>How a pickle is read, and how much it may ask for.</summary>
public sealed record PickleOptions
{
    /// <summary>The defaults.</summary>
    public static PickleOptions Default { get; } = new();

    /// <summary>What the <c>str</c> of Python 2 becomes: a string of Latin-1 characters (the default), or its bytes (Python's <c>encoding="bytes"</c>).</summary>
    public Python2Strings Python2Strings { get; init; } = Python2Strings.Latin1;

    /// <summary>How deep lists, tuples and dictionaries may stand within each other, 500 by default.</summary>
    public int MaximumDepth { get; init; } = 500;

    /// <summary>
    /// How many values there may be, 100 million by default. A value that is used in several places counts in each, as it would if somebody walked through
    /// everything or wrote it out: a few bytes can otherwise hold a list of 2^100 values.
    /// </summary>
    public long MaximumValues { get; init; } = 100_000_000;
}
