using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What all of Keras's cells are told.</summary>
internal sealed record CellArguments(
    int Units,
    ActivationFunction Activation,
    ActivationFunction RecurrentActivation,
    bool UseBias,
    WeightRule Kernel,
    WeightRule Recurrent,
    WeightRule Bias,
    double Dropout,
    double RecurrentDropout,
    int? Seed
)
{
    public static WeightRule KernelRule(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("kernel", initializer ?? "glorot_uniform", regularizer, constraint);

    public static WeightRule RecurrentRule(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("recurrent", initializer ?? "orthogonal", regularizer, constraint);

    public static WeightRule BiasRule(Initializer? initializer, Regularizer? regularizer, Constraint? constraint) =>
        new("bias", initializer ?? "zeros", regularizer, constraint);

    /// <summary>Reads Keras's config.</summary>
    public static CellArguments Read(Config config) =>
        new(
            config.Get<int>("units"),
            config.Contains("activation") ? ActivationFunction.Get(config["activation"]) : "tanh",
            config.Contains("recurrent_activation") ? ActivationFunction.Get(config["recurrent_activation"]) : "sigmoid",
            config.Get("use_bias", true),
            KernelRule(Initializer(config, "kernel"), Regularizer(config, "kernel"), Constraint(config, "kernel")),
            RecurrentRule(Initializer(config, "recurrent"), Regularizer(config, "recurrent"), Constraint(config, "recurrent")),
            BiasRule(Initializer(config, "bias"), Regularizer(config, "bias"), Constraint(config, "bias")),
            config.Get("dropout", 0.0),
            config.Get("recurrent_dropout", 0.0),
            config.Get<int?>("seed", null)
        );

    /// <summary>The arguments under Keras's names, without those that only some cells have.</summary>
    public Config ToConfig() =>
        new Config
        {
            ["units"] = Units,
            ["activation"] = Activation,
            ["use_bias"] = UseBias,
            ["dropout"] = Dropout,
            ["recurrent_dropout"] = RecurrentDropout,
            ["seed"] = Seed,
        }
            .With(Kernel.ToConfig())
            .With(Recurrent.ToConfig())
            .With(Bias.ToConfig());

    private static Initializer? Initializer(Config config, string role) => config.GetObject<Initializer>($"{role}_initializer");

    private static Regularizer? Regularizer(Config config, string role) => config.GetObject<Regularizer>($"{role}_regularizer");

    private static Constraint? Constraint(Config config, string role) => config.GetObject<Constraint>($"{role}_constraint");
}
