using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>How a kind of weight (<c>kernel</c>, <c>bias</c>, …) starts, what it costs, and what it is held to.</summary>
internal sealed record WeightRule(string Role, Initializer Initializer, Regularizer? Regularizer = null, Constraint? Constraint = null)
{
    /// <summary>The rule of what inputs are multiplied with: Glorot uniform unless an initializer is given.</summary>
    public static WeightRule Kernel(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("kernel", initializer ?? "glorot_uniform", regularizer, constraint);

    /// <summary>The rule of what each channel is convolved with: Glorot uniform unless an initializer is given.</summary>
    public static WeightRule Depthwise(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("depthwise", initializer ?? "glorot_uniform", regularizer, constraint);

    /// <summary>The rule of what channels are mixed by: Glorot uniform unless an initializer is given.</summary>
    public static WeightRule Pointwise(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("pointwise", initializer ?? "glorot_uniform", regularizer, constraint);

    /// <summary>The rule of what states are multiplied with: orthogonal unless an initializer is given.</summary>
    public static WeightRule Recurrent(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("recurrent", initializer ?? "orthogonal", regularizer, constraint);

    /// <summary>The rule of what is added: zeros unless an initializer is given.</summary>
    public static WeightRule Bias(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("bias", initializer ?? "zeros", regularizer, constraint);

    /// <summary>Reads the entries of the kernel.</summary>
    public static WeightRule Kernel(Config config) => Read(config, "kernel", Kernel);

    /// <summary>Reads the entries of the depthwise kernel.</summary>
    public static WeightRule Depthwise(Config config) => Read(config, "depthwise", Depthwise);

    /// <summary>Reads the entries of the pointwise kernel.</summary>
    public static WeightRule Pointwise(Config config) => Read(config, "pointwise", Pointwise);

    /// <summary>Reads the entries of the recurrent kernel.</summary>
    public static WeightRule Recurrent(Config config) => Read(config, "recurrent", Recurrent);

    /// <summary>Reads the entries of the bias.</summary>
    public static WeightRule Bias(Config config) => Read(config, "bias", Bias);

    /// <summary>The three entries under Keras's names, such as <c>kernel_initializer</c>.</summary>
    public Config ToConfig() =>
        new()
        {
            [$"{Role}_initializer"] = Initializer,
            [$"{Role}_regularizer"] = Regularizer,
            [$"{Role}_constraint"] = Constraint,
        };

    private static WeightRule Read(Config config, string role, Func<Initializer?, Regularizer?, Constraint?, WeightRule> make) =>
        make(
            config.GetObject<Initializer>($"{role}_initializer"),
            config.GetObject<Regularizer>($"{role}_regularizer"),
            config.GetObject<Constraint>($"{role}_constraint")
        );
}
