using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Keras's names of the initializers.</summary>
internal static class InitializerNames
{
    public static void Register()
    {
        RegisterConstants();
        RegisterRandom();
        RegisterScaled("GlorotNormal", "glorot_normal", (seed, inputs, outputs) => new GlorotNormal(seed, inputs, outputs));
        RegisterScaled("GlorotUniform", "glorot_uniform", (seed, inputs, outputs) => new GlorotUniform(seed, inputs, outputs));
        RegisterScaled("HeNormal", "he_normal", (seed, inputs, outputs) => new HeNormal(seed, inputs, outputs));
        RegisterScaled("HeUniform", "he_uniform", (seed, inputs, outputs) => new HeUniform(seed, inputs, outputs));
        RegisterScaled("LecunNormal", "lecun_normal", (seed, inputs, outputs) => new LecunNormal(seed, inputs, outputs));
        RegisterScaled("LecunUniform", "lecun_uniform", (seed, inputs, outputs) => new LecunUniform(seed, inputs, outputs));
    }

    private static void RegisterConstants()
    {
        KerasObjects.Register<Initializer>("Zeros", _ => new Zeros(), "zeros", "zero");
        KerasObjects.Register<Initializer>("Ones", _ => new Ones(), "ones", "one");
        KerasObjects.Register<Initializer>("Constant", config => new Constant(config.Get("value", 0.0)), "constant");
        KerasObjects.Register<Initializer>("Identity", config => new Identity(config.Get("gain", 1.0)), "identity", "IdentityInitializer");
        KerasObjects.Register<Initializer>(
            "STFT",
            config => new Stft(
                config.Get("side", "real"),
                config.Get<string?>("window", "hann"),
                config.Get<string?>("scaling", "density"),
                config.Get("periodic", false)
            ),
            "stft",
            "STFTInitializer"
        );
    }

    private static void RegisterRandom()
    {
        KerasObjects.Register<Initializer>(
            "RandomNormal",
            config => new RandomNormal(config.Get("mean", 0.0), config.Get("stddev", 0.05), Seed(config)),
            "random_normal",
            "normal"
        );
        KerasObjects.Register<Initializer>(
            "TruncatedNormal",
            config => new TruncatedNormal(config.Get("mean", 0.0), config.Get("stddev", 0.05), Seed(config)),
            "truncated_normal"
        );
        KerasObjects.Register<Initializer>(
            "RandomUniform",
            config => new RandomUniform(config.Get("minval", -0.05), config.Get("maxval", 0.05), Seed(config)),
            "random_uniform",
            "uniform"
        );
        KerasObjects.Register<Initializer>(
            "Orthogonal",
            config => new Orthogonal(config.Get("gain", 1.0), Seed(config)),
            "orthogonal",
            "OrthogonalInitializer"
        );
        KerasObjects.Register<Initializer>("VarianceScaling", VarianceScaling, "variance_scaling");
    }

    private static void RegisterScaled(string name, string alias, Func<int?, int[]?, int[]?, Initializer> create) =>
        KerasObjects.Register<Initializer>(
            name,
            config => create(Seed(config), config.Get<int[]?>("input_axes", null), config.Get<int[]?>("output_axes", null)),
            alias
        );

    private static VarianceScaling VarianceScaling(Config config) =>
        new(
            config.Get("scale", 1.0),
            config.Get("mode", "fan_in"),
            config.Get("distribution", "truncated_normal"),
            Seed(config),
            config.Get<int[]?>("input_axes", null),
            config.Get<int[]?>("output_axes", null)
        );

    /// <summary>The seed: a number, or that of a serialized SeedGenerator.</summary>
    private static int? Seed(Config config) =>
        config["seed"] is Config generator ? (generator["config"] as Config ?? []).Get<int?>("seed", null) : config.Get<int?>("seed", null);
}
