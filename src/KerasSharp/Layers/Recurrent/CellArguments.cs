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
    /// <summary>Checks the numbers.</summary>
    /// <param name="layer">The layer that was given them: the cell itself, or the one it is made for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; the message says which.</exception>
    public void Check(Layer layer)
    {
        layer.AtLeast(1, Units, "units");
        layer.Fraction(Dropout, "dropout");
        layer.Fraction(RecurrentDropout, "recurrentDropout");
    }

    /// <summary>Reads Keras's config.</summary>
    public static CellArguments Read(Config config) =>
        new(
            config.Get<int>("units"),
            config.Contains("activation") ? ActivationFunction.Get(config["activation"]) : "tanh",
            config.Contains("recurrent_activation") ? ActivationFunction.Get(config["recurrent_activation"]) : "sigmoid",
            config.Get("use_bias", true),
            WeightRule.Kernel(config),
            WeightRule.Recurrent(config),
            WeightRule.Bias(config),
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
}
