using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The mean of each channel of images.</summary>
public sealed class GlobalAveragePooling2D : GlobalPooling
{
    /// <summary>The layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="keepDims">Whether the summarized axes stay, with length 1; false by default.</param>
    /// <param name="name">The layer's name.</param>
    public GlobalAveragePooling2D(string? dataFormat = null, bool keepDims = false, string? name = null)
        : base(2, dataFormat, keepDims, name) { }

    internal static GlobalAveragePooling2D Read(Config config) =>
        Read(config, (dataFormat, keepDims) => new GlobalAveragePooling2D(dataFormat, keepDims));

    private protected override Tensor Reduce(Tensor x, Tensor axes) => Op.Mean(x, axes, KeepDims);
}
