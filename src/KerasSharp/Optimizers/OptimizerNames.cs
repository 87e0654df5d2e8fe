using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>The optimizers by class name.</summary>
internal static class OptimizerNames
{
    public static void Register()
    {
        Register(
            "SGD",
            config => new SGD(config.Get("learning_rate", 0.01), config.Get("momentum", 0.0), config.Get("nesterov", false))
            {
                Shared = config,
            }
        );
        Register(
            "RMSprop",
            config => new RMSprop(
                config.Get("learning_rate", 0.001),
                config.Get("rho", 0.9),
                config.Get("momentum", 0.0),
                config.Get("epsilon", 1e-7),
                config.Get("centered", false)
            )
            {
                Shared = config,
            }
        );
        Register(
            "Adam",
            config => new Adam(
                config.Get("learning_rate", 0.001),
                config.Get("beta_1", 0.9),
                config.Get("beta_2", 0.999),
                config.Get("epsilon", 1e-7),
                config.Get("amsgrad", false)
            )
            {
                Shared = config,
            }
        );
        Register(
            "AdamW",
            config => new AdamW(
                config.Get("learning_rate", 0.001),
                config.Get("beta_1", 0.9),
                config.Get("beta_2", 0.999),
                config.Get("epsilon", 1e-7),
                config.Get("amsgrad", false)
            )
            {
                Shared = config,
            }
        );
        Register(
            "Adagrad",
            config => new Adagrad(
                config.Get("learning_rate", 0.001),
                config.Get("initial_accumulator_value", 0.1),
                config.Get("epsilon", 1e-7)
            )
            {
                Shared = config,
            }
        );
        Register(
            "Adadelta",
            config => new Adadelta(config.Get("learning_rate", 0.001), config.Get("rho", 0.95), config.Get("epsilon", 1e-7))
            {
                Shared = config,
            }
        );
        Register(
            "Adamax",
            config => new Adamax(
                config.Get("learning_rate", 0.001),
                config.Get("beta_1", 0.9),
                config.Get("beta_2", 0.999),
                config.Get("epsilon", 1e-7)
            )
            {
                Shared = config,
            }
        );
        Register(
            "Nadam",
            config => new Nadam(
                config.Get("learning_rate", 0.001),
                config.Get("beta_1", 0.9),
                config.Get("beta_2", 0.999),
                config.Get("epsilon", 1e-7)
            )
            {
                Shared = config,
            }
        );
        Register(
            "Ftrl",
            config => new Ftrl(
                config.Get("learning_rate", 0.001),
                config.Get("learning_rate_power", -0.5),
                config.Get("initial_accumulator_value", 0.1),
                config.Get("l1_regularization_strength", 0.0),
                config.Get("l2_regularization_strength", 0.0),
                config.Get("l2_shrinkage_regularization_strength", 0.0),
                config.Get("beta", 0.0)
            )
            {
                Shared = config,
            }
        );
        Register(
            "Lion",
            config => new Lion(config.Get("learning_rate", 0.001), config.Get("beta_1", 0.9), config.Get("beta_2", 0.99))
            {
                Shared = config,
            }
        );
    }

    private static void Register(string className, Func<Config, Optimizer> create) =>
        KerasObjects.Register(
            className,
            config =>
                config["learning_rate"] is Config
                    ? throw new NotSupportedException(
                        $"{className}: a learning-rate schedule is not supported. Give learning_rate a number."
                    )
                    : create(config),
            className.ToLowerInvariant()
        );
}
