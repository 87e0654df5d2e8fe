using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>Keras's names of the losses.</summary>
internal static class LossNames
{
    public static void Register()
    {
        KerasObjects.Register<Loss>("MeanSquaredError", config => new MeanSquaredError(LossConfig.Reduction(config), config.Get("name", "mean_squared_error")), "mean_squared_error", "mse", "MSE");
        KerasObjects.Register<Loss>("MeanAbsoluteError", config => new MeanAbsoluteError(LossConfig.Reduction(config), config.Get("name", "mean_absolute_error")), "mean_absolute_error", "mae", "MAE");
        KerasObjects.Register<Loss>("MeanAbsolutePercentageError", config => new MeanAbsolutePercentageError(LossConfig.Reduction(config), config.Get("name", "mean_absolute_percentage_error")), "mean_absolute_percentage_error", "mape", "MAPE");
        KerasObjects.Register<Loss>("MeanSquaredLogarithmicError", config => new MeanSquaredLogarithmicError(LossConfig.Reduction(config), config.Get("name", "mean_squared_logarithmic_error")), "mean_squared_logarithmic_error", "msle", "MSLE");
        KerasObjects.Register<Loss>("LogCosh", config => new LogCosh(LossConfig.Reduction(config), config.Get("name", "log_cosh")), "log_cosh", "log_cosh");
        KerasObjects.Register<Loss>("Huber", config => new Huber(config.Get("delta", 1.0), LossConfig.Reduction(config), config.Get("name", "huber")), "huber");
        KerasObjects.Register<Loss>("Poisson", config => new Poisson(LossConfig.Reduction(config), config.Get("name", "poisson")), "poisson");
        KerasObjects.Register<Loss>("KLDivergence", config => new KLDivergence(LossConfig.Reduction(config), config.Get("name", "kl_divergence")), "kl_divergence", "kl_divergence", "kld", "KLD", "kullback_leibler_divergence");
        KerasObjects.Register<Loss>("CosineSimilarity", config => new CosineSimilarity(config.Get("axis", -1), LossConfig.Reduction(config), config.Get("name", "cosine_similarity")), "cosine_similarity");
        KerasObjects.Register<Loss>("BinaryCrossentropy", config => new BinaryCrossentropy(config.Get("from_logits", false), config.Get("label_smoothing", 0.0), config.Get("axis", -1), LossConfig.Reduction(config), config.Get("name", "binary_crossentropy")), "binary_crossentropy", "bce", "BCE");
        KerasObjects.Register<Loss>("CategoricalCrossentropy", config => new CategoricalCrossentropy(config.Get("from_logits", false), config.Get("label_smoothing", 0.0), config.Get("axis", -1), LossConfig.Reduction(config), config.Get("name", "categorical_crossentropy")), "categorical_crossentropy", "cce");
        KerasObjects.Register<Loss>("SparseCategoricalCrossentropy", config => new SparseCategoricalCrossentropy(config.Get("from_logits", false), config.Get<int?>("ignore_class", null), config.Get("axis", -1), LossConfig.Reduction(config), config.Get("name", "sparse_categorical_crossentropy")), "sparse_categorical_crossentropy", "scce");
    }
}
