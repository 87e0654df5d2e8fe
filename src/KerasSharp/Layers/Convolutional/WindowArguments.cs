using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What a convolution is told of its window.</summary>
internal sealed record WindowArguments(Sizes KernelSize, Sizes? Strides, string Padding, string? DataFormat, Sizes? DilationRate)
{
    /// <summary>Reads Keras's config.</summary>
    public static WindowArguments Read(Config config) =>
        new(
            config.Get<int[]>("kernel_size"),
            config.Get<int[]>("strides", [1]),
            config.Get("padding", "valid"),
            config.Get<string?>("data_format", null),
            config.Get<int[]>("dilation_rate", [1])
        );
}
