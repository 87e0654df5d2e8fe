using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Takes away the margins of sequences.</summary>
public sealed class Cropping1D : Cropping
{
    /// <summary>The layer.</summary>
    /// <param name="cropping">How much, at both ends of each axis; 1 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    public Cropping1D(Margins? cropping = null, string? dataFormat = null, string? name = null)
        : base(1, cropping ?? 1, dataFormat, name) { }

    internal static Cropping1D Read(Config config) => new(ReadOne(config), config.Get<string?>("data_format", null));

    private static Margins ReadOne(Config config) =>
        config.Get<int[]>("cropping", [1]) is [var before, var after] ? [new Margin(before, after)] : config.Get<int[]>("cropping", [1])[0];
}
