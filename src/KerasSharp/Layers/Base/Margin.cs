namespace KerasSharp.Layers;

/// <summary>How much to add or take away at the two ends of an axis.</summary>
/// <param name="Before">At its beginning, at least 0.</param>
/// <param name="After">At its end, at least 0.</param>
public readonly record struct Margin(int Before, int After)
{
    /// <summary>The same at both ends.</summary>
    public static implicit operator Margin(int size) => new(size, size);

    /// <summary>A size for each end.</summary>
    public static implicit operator Margin((int Before, int After) sizes) => new(sizes.Before, sizes.After);
}
