using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The mean of each channel of volumes.</summary>
public sealed class GlobalAveragePooling3D : GlobalPooling
{
    /// <summary>The layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="keepDims">Whether the summarized axes stay, with length 1; false by default.</param>
    /// <param name="name">The layer's name.</param>
    public GlobalAveragePooling3D(string? dataFormat = null, bool keepDims = false, string? name = null)
        : base(3, dataFormat, keepDims, name) { }

    internal static GlobalAveragePooling3D Read(Config config) =>
        Read(config, (dataFormat, keepDims) => new GlobalAveragePooling3D(dataFormat, keepDims));

    private protected override Tensor Reduce(Tensor x, Tensor axes) => Op.Mean(x, axes, KeepDims);
}
