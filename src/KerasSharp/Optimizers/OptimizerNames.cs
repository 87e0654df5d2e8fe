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
                Name = config.Get("name", "sgd"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
                Name = config.Get("name", "rm_sprop"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
                Name = config.Get("name", "adam"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
                Name = config.Get("name", "adam_w"),
                WeightDecay = config.Get<double?>("weight_decay", 0.004),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
                Name = config.Get("name", "adagrad"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
            }
        );
        Register(
            "Adadelta",
            config => new Adadelta(config.Get("learning_rate", 0.001), config.Get("rho", 0.95), config.Get("epsilon", 1e-7))
            {
                Name = config.Get("name", "adadelta"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
                Name = config.Get("name", "adamax"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
                Name = config.Get("name", "nadam"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
                Name = config.Get("name", "ftrl"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
            }
        );
        Register(
            "Lion",
            config => new Lion(config.Get("learning_rate", 0.001), config.Get("beta_1", 0.9), config.Get("beta_2", 0.99))
            {
                Name = config.Get("name", "lion"),
                WeightDecay = config.Get<double?>("weight_decay", null),
                ClipNorm = config.Get<double?>("clipnorm", null),
                ClipValue = config.Get<double?>("clipvalue", null),
                GlobalClipNorm = config.Get<double?>("global_clipnorm", null),
                UseEma = config.Get("use_ema", false),
                EmaMomentum = config.Get("ema_momentum", 0.99),
                EmaOverwriteFrequency = config.Get<int?>("ema_overwrite_frequency", null),
                LossScaleFactor = config.Get<double?>("loss_scale_factor", null),
                GradientAccumulationSteps = config.Get<int?>("gradient_accumulation_steps", null),
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
