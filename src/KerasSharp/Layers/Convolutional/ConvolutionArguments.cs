using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of all ranks are told.</summary>
internal sealed record ConvolutionArguments(
    int Filters,
    WindowArguments Window,
    int Groups,
    ActivationFunction? Activation,
    bool UseBias,
    WeightRule Kernel,
    WeightRule Bias,
    Regularizer? ActivityRegularizer
)
{
    /// <summary>Reads Keras's config.</summary>
    public static ConvolutionArguments Read(Config config) =>
        new(
            config.Refuse("Conv", "lora_rank", "quantization_config").Get<int>("filters"),
            WindowArguments.Read(config),
            config.Get("groups", 1),
            config.GetObject<ActivationFunction>("activation"),
            config.Get("use_bias", true),
            WeightRule.Kernel(config),
            WeightRule.Bias(config),
            null
        );
}
