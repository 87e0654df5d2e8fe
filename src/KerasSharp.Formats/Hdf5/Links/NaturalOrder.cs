namespace KerasSharp.Formats.Hdf5;

/// <summary>Orders names: numbers by value ("2" before "10"), before all other names, which stand in ordinal order.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The only one.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) =>
        (ulong.TryParse(x, out var first), ulong.TryParse(y, out var second)) switch
        {
            (true, true) when first != second => first.CompareTo(second),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(x, y),
        };
}
