using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of all ranks are told.</summary>
internal sealed record ConvolutionArguments(
    int Filters,
    Sizes KernelSize,
    Sizes? Strides,
    string Padding,
    string? DataFormat,
    Sizes? DilationRate,
    int Groups,
    ActivationFunction? Activation,
    bool UseBias,
    WeightRule Kernel,
    WeightRule Bias,
    Regularizer? ActivityRegularizer
)
{
    public static WeightRule KernelRule(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("kernel", initializer ?? "glorot_uniform", regularizer, constraint);

    public static WeightRule BiasRule(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("bias", initializer ?? "zeros", regularizer, constraint);

    /// <summary>Reads Keras's config.</summary>
    public static ConvolutionArguments Read(Config config) =>
        new(
            config.Refuse("Conv", "lora_rank", "quantization_config").Get<int>("filters"),
            config.Get<int[]>("kernel_size"),
            config.Get<int[]>("strides", [1]),
            config.Get("padding", "valid"),
            config.Get<string?>("data_format", null),
            config.Get<int[]>("dilation_rate", [1]),
            config.Get("groups", 1),
            config.GetObject<ActivationFunction>("activation"),
            config.Get("use_bias", true),
            KernelRule(
                config.GetObject<Initializer>("kernel_initializer"),
                config.GetObject<Regularizer>("kernel_regularizer"),
                config.GetObject<Constraint>("kernel_constraint")
            ),
            BiasRule(
                config.GetObject<Initializer>("bias_initializer"),
                config.GetObject<Regularizer>("bias_regularizer"),
                config.GetObject<Constraint>("bias_constraint")
            ),
            null
        );
}
