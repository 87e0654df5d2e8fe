using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Each vector n times along a new second axis: [batch, features] becomes [batch, n, features].</summary>
public sealed class RepeatVector : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="n">How often, at least 1.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public RepeatVector(int n, string? name = null)
        : base(name) => (N, InputSpecs) = (this.AtLeast(1, n), [new InputSpec { Rank = 2 }]);

    /// <summary>How often.</summary>
    public int N { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Op.Tile(Op.ExpandDims(inputs, 1), 1, N, 1);

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["n"] = N });

    internal static RepeatVector Read(Config config) => new(config.Get<int>("n"));
}
