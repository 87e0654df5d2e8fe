using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Puts zeros before and after sequences.</summary>
public sealed class ZeroPadding1D : ZeroPadding
{
    /// <summary>The layer.</summary>
    /// <param name="padding">How much, at both ends of each axis; 1 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    public ZeroPadding1D(Margins? padding = null, string? dataFormat = null, string? name = null)
        : base(1, padding ?? 1, dataFormat, name) { }

    internal static ZeroPadding1D Read(Config config) => new(ReadOne(config), config.Get<string?>("data_format", null));

    private static Margins ReadOne(Config config) =>
        config.Get<int[]>("padding", [1]) is [var before, var after] ? [new Margin(before, after)] : config.Get<int[]>("padding", [1])[0];
}
