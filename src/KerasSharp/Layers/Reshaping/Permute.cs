using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The axes of each sample in another order.</summary>
public sealed class Permute : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="dims">The order, counted from 1; the batch stays first. <c>[2, 1]</c> swaps two axes.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">The numbers are not 1 to n in some order.</exception>
    public Permute(Sizes dims, string? name = null)
        : base(name)
    {
        if (!this.NotNull(dims).Order().SequenceEqual(Enumerable.Range(1, dims.Count)))
            throw this.Wrong(
                nameof(dims),
                $"must be the numbers 1 to {dims.Count} in some order; got ({string.Join(", ", dims)}). Name each axis once and leave the batch out."
            );
        (Dims, InputSpecs) = (dims, [new InputSpec { Rank = dims.Count + 1 }]);
    }

    /// <summary>The order, counted from 1.</summary>
    public Sizes Dims { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Op.Transpose(inputs, [0, .. Dims.Select(axis => (long)axis)]);

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["dims"] = Dims });

    internal static Permute Read(Config config) => new(config.Get<int[]>("dims"));
}
