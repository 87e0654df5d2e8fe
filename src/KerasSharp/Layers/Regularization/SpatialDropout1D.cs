using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>In training, sets random channels of sequences to 0 and scales the rest up.</summary>
public sealed class SpatialDropout1D : SpatialDropout
{
    /// <summary>The layer.</summary>
    /// <param name="rate">The part that is dropped, 0 to 1.</param>
    /// <param name="seed">The seed; drawn from the global one by default.</param>
    /// <param name="name">The layer's name.</param>
    public SpatialDropout1D(double rate, int? seed = null, string? name = null)
        : base(1, rate, null, false, seed, name) { }

    internal static SpatialDropout1D Read(Config config) => new(config.Get<double>("rate"), config.Get<int?>("seed", null));
}
