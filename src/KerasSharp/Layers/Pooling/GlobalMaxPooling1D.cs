using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The greatest of each channel of sequences.</summary>
public sealed class GlobalMaxPooling1D : GlobalPooling
{
    /// <summary>The layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="keepDims">Whether the summarized axes stay, with length 1; false by default.</param>
    /// <param name="name">The layer's name.</param>
    public GlobalMaxPooling1D(string? dataFormat = null, bool keepDims = false, string? name = null)
        : base(1, dataFormat, keepDims, name) { }

    internal static GlobalMaxPooling1D Read(Config config) =>
        Read(config, (dataFormat, keepDims) => new GlobalMaxPooling1D(dataFormat, keepDims));

    private protected override Tensor Reduce(Tensor x, Tensor axes) => Op.Max(x, axes, KeepDims);
}
