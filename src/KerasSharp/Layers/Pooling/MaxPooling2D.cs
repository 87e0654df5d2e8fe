using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The greatest of each window of images, channel by channel.</summary>
public sealed class MaxPooling2D : Pooling
{
    /// <summary>The layer.</summary>
    /// <param name="poolSize">The size of the window; 2 by default.</param>
    /// <param name="strides">The steps of the window; its size by default.</param>
    /// <param name="padding"><c>valid</c> (default) or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">An argument is out of range; the message says which.</exception>
    public MaxPooling2D(
        Sizes? poolSize = null,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        string? name = null
    )
        : base(2, poolSize, strides, padding, dataFormat, name) { }

    internal static MaxPooling2D Read(Config config) =>
        Read(config, (poolSize, strides, padding, dataFormat) => new MaxPooling2D(poolSize, strides, padding, dataFormat));

    private protected override Tensor Pool(Tensor x, long[] size, long[] steps, string padding) => Op.MaxPool(x, size, steps, padding);
}
