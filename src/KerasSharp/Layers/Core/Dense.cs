using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>A densely connected layer: <c>activation(x · kernel + bias)</c> over the last axis.</summary>
public sealed class Dense : Layer
{
    private readonly WeightRule kernelRule;
    private readonly WeightRule biasRule;
    private Variable? kernel;
    private Variable? bias;

    /// <summary>A layer of so many units.</summary>
    /// <param name="units">The length of the output's last axis, at least 1.</param>
    /// <param name="activation">What is applied to the result; nothing by default.</param>
    /// <param name="useBias">Whether a bias is added; true by default.</param>
    /// <param name="kernelInitializer">Glorot uniform by default.</param>
    /// <param name="biasInitializer">Zeros by default.</param>
    /// <param name="kernelRegularizer">A penalty on the kernel.</param>
    /// <param name="biasRegularizer">A penalty on the bias.</param>
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="kernelConstraint">What the kernel is held to after updates.</param>
    /// <param name="biasConstraint">What the bias is held to after updates.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is less than 1.</exception>
    public Dense(
        int units,
        ActivationFunction? activation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null
    )
        : base(name)
    {
        (Units, Activation, UseBias, ActivityRegularizer, SupportsMasking) = (
            this.AtLeast(1, units),
            activation ?? ActivationFunction.Linear,
            useBias,
            activityRegularizer,
            true
        );
        kernelRule = WeightRule.Kernel(kernelInitializer, kernelRegularizer, kernelConstraint);
        biasRule = WeightRule.Bias(biasInitializer, biasRegularizer, biasConstraint);
        InputSpecs = [new InputSpec { MinRank = 2 }];
    }

    /// <summary>The length of the output's last axis.</summary>
    public int Units { get; }

    /// <summary>What is applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        kernel = AddWeight(kernelRule, [inputShape[-1], Units]);
        bias = UseBias ? AddWeight(biasRule, [Units]) : null;
        InputSpecs =
        [
            new InputSpec
            {
                MinRank = 2,
                Axes = new Dictionary<int, long> { [-1] = inputShape[-1] },
            },
        ];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        var product = LastAxis.Times(Op.Cast(inputs, DType), kernel!);
        return Activation.Call(bias is null ? product : Op.BiasAdd(product, bias));
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["units"] = Units,
                    ["activation"] = Activation,
                    ["use_bias"] = UseBias,
                }
            )
            .With(kernelRule.ToConfig())
            .With(biasRule.ToConfig());

    internal static Dense Read(Config config) =>
        new(
            config.Refuse(nameof(Dense), "lora_rank", "quantization_config").Get<int>("units"),
            config.GetObject<ActivationFunction>("activation"),
            config.Get("use_bias", true),
            config.GetObject<Initializer>("kernel_initializer"),
            config.GetObject<Initializer>("bias_initializer"),
            config.GetObject<Regularizer>("kernel_regularizer"),
            config.GetObject<Regularizer>("bias_regularizer"),
            null,
            config.GetObject<Constraint>("kernel_constraint"),
            config.GetObject<Constraint>("bias_constraint")
        );
}
