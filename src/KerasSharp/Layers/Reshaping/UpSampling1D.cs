using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Repeats each step of a sequence.</summary>
public sealed class UpSampling1D : UpSampling
{
    /// <summary>The layer.</summary>
    /// <param name="size">How often; 2 by default.</param>
    /// <param name="name">The layer's name.</param>
    public UpSampling1D(int size = 2, string? name = null)
        : base(1, size, null, name) { }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["size"] = Factors[0] });

    internal static UpSampling1D Read(Config config) => new(config.Get<int[]>("size", [2])[0]);
}
