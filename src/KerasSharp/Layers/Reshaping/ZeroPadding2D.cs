using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Puts zeros before and after images.</summary>
public sealed class ZeroPadding2D : ZeroPadding
{
    /// <summary>The layer.</summary>
    /// <param name="padding">How much, at both ends of each axis; 1 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    public ZeroPadding2D(Margins? padding = null, string? dataFormat = null, string? name = null)
        : base(2, padding ?? 1, dataFormat, name) { }

    internal static ZeroPadding2D Read(Config config) => new(Margins.Read(config["padding"], 1), config.Get<string?>("data_format", null));
}
