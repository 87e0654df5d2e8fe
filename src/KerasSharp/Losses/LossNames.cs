using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>Keras's names of the losses: of the classes, and of the functions with their abbreviations.</summary>
internal static class LossNames
{
    public static void Register()
    {
        RegisterRegression();
        RegisterHinges();
        RegisterCrossentropies();
        RegisterOthers();
    }

    private static void RegisterRegression()
    {
        Add("MeanSquaredError", "mean_squared_error", (_, r, n) => new MeanSquaredError(r, n), "mse", "MSE");
        Add("MeanAbsoluteError", "mean_absolute_error", (_, r, n) => new MeanAbsoluteError(r, n), "mae", "MAE");
        Add(
            "MeanAbsolutePercentageError",
            "mean_absolute_percentage_error",
            (_, r, n) => new MeanAbsolutePercentageError(r, n),
            "mape",
            "MAPE"
        );
        Add(
            "MeanSquaredLogarithmicError",
            "mean_squared_logarithmic_error",
            (_, r, n) => new MeanSquaredLogarithmicError(r, n),
            "msle",
            "MSLE"
        );
        Add("CosineSimilarity", "cosine_similarity", (c, r, n) => new CosineSimilarity(Axis(c), r, n));
        AddNamed("Huber", "huber", (c, r, n) => new Huber(c.Get("delta", 1.0), r, n), "huber_loss");
        Add("LogCosh", "log_cosh", (_, r, n) => new LogCosh(r, n));
        Add("KLDivergence", "kl_divergence", (_, r, n) => new KLDivergence(r, n), "kld", "KLD");
        Add("Poisson", "poisson", (_, r, n) => new Poisson(r, n));
    }

    private static void RegisterHinges()
    {
        Add("Hinge", "hinge", (_, r, n) => new Hinge(r, n));
        Add("SquaredHinge", "squared_hinge", (_, r, n) => new SquaredHinge(r, n));
        Add("CategoricalHinge", "categorical_hinge", (_, r, n) => new CategoricalHinge(r, n));
    }

    private static void RegisterCrossentropies()
    {
        Add(
            "BinaryCrossentropy",
            "binary_crossentropy",
            (c, r, n) => new BinaryCrossentropy(Logits(c), Smoothing(c), Axis(c), r, n),
            "bce",
            "BCE"
        );
        Add(
            "BinaryFocalCrossentropy",
            "binary_focal_crossentropy",
            (c, r, n) =>
                new BinaryFocalCrossentropy(
                    c.Get("apply_class_balancing", false),
                    Alpha(c),
                    Gamma(c),
                    Logits(c),
                    Smoothing(c),
                    Axis(c),
                    r,
                    n
                )
        );
        Add(
            "CategoricalCrossentropy",
            "categorical_crossentropy",
            (c, r, n) => new CategoricalCrossentropy(Logits(c), Smoothing(c), Axis(c), r, n)
        );
        Add(
            "CategoricalFocalCrossentropy",
            "categorical_focal_crossentropy",
            (c, r, n) => new CategoricalFocalCrossentropy(Alpha(c), Gamma(c), Logits(c), Smoothing(c), Axis(c), r, n)
        );
        Add(
            "SparseCategoricalCrossentropy",
            "sparse_categorical_crossentropy",
            (c, r, n) => new SparseCategoricalCrossentropy(Logits(c), c.Get<int?>("ignore_class", null), r, n)
        );
        AddNamed("Crossentropy", "crossentropy", (_, r, n) => new Crossentropy(r, n), "Crossentropy", "ce", "CE");
        KerasObjects.Register<Loss>(
            "CategoricalGeneralizedCrossEntropy",
            c => new CategoricalGeneralizedCrossEntropy(
                c.Get("q", 0.5),
                Reduction(c),
                c.Get("name", "categorical_generalized_cross_entropy")
            )
        );
    }

    private static void RegisterOthers()
    {
        Add("CTC", "ctc", (_, r, n) => new CTC(r, n));
        Add("Dice", "dice", (c, r, n) => new Dice(Axes(c), r, n));
        Add("Tversky", "tversky", (c, r, n) => new Tversky(c.Get("alpha", 0.5), c.Get("beta", 0.5), Axes(c), r, n));
        Add("Circle", "circle", (c, r, n) => new Circle(c.Get("gamma", 80.0), c.Get("margin", 0.4), c.Get("remove_diagonal", true), r, n));
    }

    private static void Add(
        string className,
        string function,
        Func<Config, string?, string, Loss> create,
        params ReadOnlySpan<string> abbreviations
    ) => AddNamed(className, function, create, function, abbreviations);

    private static void AddNamed(
        string className,
        string function,
        Func<Config, string?, string, Loss> create,
        string defaultName,
        params ReadOnlySpan<string> abbreviations
    )
    {
        KerasObjects.Register<Loss>(className, config => create(config, Reduction(config), config.Get("name", defaultName)));
        // A function given by an abbreviation is named by the abbreviation.
        foreach (var alias in (ReadOnlySpan<string>)[function, .. abbreviations])
            KerasObjects.Register<Loss>(alias, config => create(config, Reduction(config), config.Get("name", alias)));
    }

    private static string? Reduction(Config config) => config.Get<string?>("reduction", "sum_over_batch_size");

    private static bool Logits(Config config) => config.Get("from_logits", false);

    private static double Smoothing(Config config) => config.Get("label_smoothing", 0.0);

    private static double Alpha(Config config) => config.Get("alpha", 0.25);

    private static double Gamma(Config config) => config.Get("gamma", 2.0);

    private static int Axis(Config config) => config.Get("axis", -1);

    private static int[]? Axes(Config config) => config.Get<int[]?>("axis", null);
}
