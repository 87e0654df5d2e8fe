using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of each channel by itself are told; those that mix the channels afterwards also how.</summary>
internal sealed record DepthwiseArguments(
    WindowArguments Window,
    int DepthMultiplier,
    ActivationFunction? Activation,
    bool UseBias,
    WeightRule Depthwise,
    WeightRule Bias,
    Regularizer? ActivityRegularizer
)
{
    /// <summary>Into how many channels a separable convolution mixes them; null for others.</summary>
    public int? Filters { get; init; }

    /// <summary>How a separable convolution mixes the channels; null for others.</summary>
    public WeightRule? Pointwise { get; init; }

    /// <summary>Reads Keras's config of a depthwise convolution.</summary>
    public static DepthwiseArguments ReadDepthwise(Config config) =>
        new(
            WindowArguments.Read(config),
            config.Get("depth_multiplier", 1),
            config.GetObject<ActivationFunction>("activation"),
            config.Get("use_bias", true),
            WeightRule.Depthwise(config),
            WeightRule.Bias(config),
            null
        );

    /// <summary>Reads Keras's config of a separable convolution.</summary>
    public static DepthwiseArguments ReadSeparable(Config config) =>
        ReadDepthwise(config) with
        {
            Filters = config.Get<int>("filters"),
            Pointwise = WeightRule.Pointwise(config),
        };
}
