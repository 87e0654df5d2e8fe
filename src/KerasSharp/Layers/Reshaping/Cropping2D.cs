using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Takes away the margins of images.</summary>
public sealed class Cropping2D : Cropping
{
    /// <summary>The layer.</summary>
    /// <param name="cropping">How much, at both ends of each axis; 0 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    public Cropping2D(Margins? cropping = null, string? dataFormat = null, string? name = null)
        : base(2, cropping ?? 0, dataFormat, name) { }

    internal static Cropping2D Read(Config config) => new(Margins.Read(config["cropping"], 0), config.Get<string?>("data_format", null));
}
