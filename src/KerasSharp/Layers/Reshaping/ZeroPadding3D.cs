using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Puts zeros before and after volumes.</summary>
public sealed class ZeroPadding3D : ZeroPadding
{
    /// <summary>The layer.</summary>
    /// <param name="padding">How much, at both ends of each axis; 1 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    public ZeroPadding3D(Margins? padding = null, string? dataFormat = null, string? name = null)
        : base(3, padding ?? 1, dataFormat, name) { }

    internal static ZeroPadding3D Read(Config config) => new(Margins.Read(config["padding"], 1), config.Get<string?>("data_format", null));
}
