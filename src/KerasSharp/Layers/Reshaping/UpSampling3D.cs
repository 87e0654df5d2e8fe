using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Repeats the planes, rows and columns of volumes.</summary>
public sealed class UpSampling3D : UpSampling
{
    /// <summary>The layer.</summary>
    /// <param name="size">How often, for each axis; 2 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    public UpSampling3D(Sizes? size = null, string? dataFormat = null, string? name = null)
        : base(3, size ?? 2, dataFormat, name) { }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["size"] = Factors, ["data_format"] = DataFormat });

    internal static UpSampling3D Read(Config config) => new(config.Get<int[]>("size", [2]), config.Get<string?>("data_format", null));
}
