using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>In training, sets random channels of images to 0 and scales the rest up.</summary>
public sealed class SpatialDropout2D : SpatialDropout
{
    /// <summary>The layer.</summary>
    /// <param name="rate">The part that is dropped, 0 to 1.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="seed">The seed; drawn from the global one by default.</param>
    /// <param name="name">The layer's name.</param>
    public SpatialDropout2D(double rate, string? dataFormat = null, int? seed = null, string? name = null)
        : base(2, rate, dataFormat, true, seed, name) { }

    internal static SpatialDropout2D Read(Config config) =>
        new(config.Get<double>("rate"), config.Get<string?>("data_format", null), config.Get<int?>("seed", null));
}
