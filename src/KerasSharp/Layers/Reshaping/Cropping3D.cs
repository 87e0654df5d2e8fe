using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Takes away the margins of volumes.</summary>
public sealed class Cropping3D : Cropping
{
    /// <summary>The layer.</summary>
    /// <param name="cropping">How much, at both ends of each axis; 1 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    public Cropping3D(Margins? cropping = null, string? dataFormat = null, string? name = null)
        : base(3, cropping ?? 1, dataFormat, name) { }

    internal static Cropping3D Read(Config config) => new(Margins.Read(config["cropping"], 1), config.Get<string?>("data_format", null));
}
