using KerasSharp.Formats.Keras;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>Keras's names of the metrics: of the classes, in snake case, and abbreviations.</summary>
internal static class MetricNames
{
    public static void Register()
    {
        RegisterRegression();
        RegisterAccuracies();
        RegisterCrossentropies();
        RegisterConfusion();
        RegisterScores();
        RegisterIoU();
    }

    private static void RegisterRegression()
    {
        Add("Mean", "mean", c => new Mean(Name(c, "mean")));
        Add("Sum", "sum", c => new Sum(Name(c, "sum")));
        Add("MeanSquaredError", "mean_squared_error", c => new MeanSquaredError(Name(c, "mean_squared_error")), "mse", "MSE");
        Add("RootMeanSquaredError", "root_mean_squared_error", c => new RootMeanSquaredError(Name(c, "root_mean_squared_error")));
        Add("MeanAbsoluteError", "mean_absolute_error", c => new MeanAbsoluteError(Name(c, "mean_absolute_error")), "mae", "MAE");
        Add(
            "MeanAbsolutePercentageError",
            "mean_absolute_percentage_error",
            c => new MeanAbsolutePercentageError(Name(c, "mean_absolute_percentage_error")),
            "mape",
            "MAPE"
        );
        Add(
            "MeanSquaredLogarithmicError",
            "mean_squared_logarithmic_error",
            c => new MeanSquaredLogarithmicError(Name(c, "mean_squared_logarithmic_error")),
            "msle",
            "MSLE"
        );
        Add("CosineSimilarity", "cosine_similarity", c => new CosineSimilarity(Axis(c), Name(c, "cosine_similarity")));
        Add("LogCoshError", "log_cosh_error", c => new LogCoshError(Name(c, "logcosh")));
        Add("Hinge", "hinge", c => new Hinge(Name(c, "hinge")));
        Add("SquaredHinge", "squared_hinge", c => new SquaredHinge(Name(c, "squared_hinge")));
        Add("CategoricalHinge", "categorical_hinge", c => new CategoricalHinge(Name(c, "categorical_hinge")));
        Add("PearsonCorrelation", "pearson_correlation", c => new PearsonCorrelation(Axis(c), Name(c, "pearson_correlation")));
        Add(
            "ConcordanceCorrelation",
            "concordance_correlation",
            c => new ConcordanceCorrelation(Axis(c), Name(c, "concordance_correlation"))
        );
    }

    private static void RegisterAccuracies()
    {
        Add("Accuracy", "accuracy", c => new Accuracy(Name(c, "accuracy")));
        Add("BinaryAccuracy", "binary_accuracy", c => new BinaryAccuracy(c.Get("threshold", 0.5), Name(c, "binary_accuracy")));
        Add("CategoricalAccuracy", "categorical_accuracy", c => new CategoricalAccuracy(Name(c, "categorical_accuracy")));
        Add(
            "SparseCategoricalAccuracy",
            "sparse_categorical_accuracy",
            c => new SparseCategoricalAccuracy(Name(c, "sparse_categorical_accuracy"))
        );
        Add(
            "TopKCategoricalAccuracy",
            "top_k_categorical_accuracy",
            c => new TopKCategoricalAccuracy(c.Get("k", 5), Name(c, "top_k_categorical_accuracy"))
        );
        Add(
            "SparseTopKCategoricalAccuracy",
            "sparse_top_k_categorical_accuracy",
            c => new SparseTopKCategoricalAccuracy(
                c.Get("k", 5),
                c.Get("from_sorted_ids", false),
                Name(c, "sparse_top_k_categorical_accuracy")
            )
        );
    }

    private static void RegisterCrossentropies()
    {
        Add("KLDivergence", "kl_divergence", c => new KLDivergence(Name(c, "kl_divergence")));
        Add("Poisson", "poisson", c => new Poisson(Name(c, "poisson")));
        Add(
            "BinaryCrossentropy",
            "binary_crossentropy",
            c => new BinaryCrossentropy(Logits(c), Smoothing(c), Name(c, "binary_crossentropy")),
            "bce",
            "BCE"
        );
        Add(
            "CategoricalCrossentropy",
            "categorical_crossentropy",
            c => new CategoricalCrossentropy(Logits(c), Smoothing(c), Axis(c), Name(c, "categorical_crossentropy"))
        );
        Add("SparseCategoricalCrossentropy", "sparse_categorical_crossentropy", SparseCategoricalCrossentropy);
    }

    private static void RegisterConfusion()
    {
        Add("TruePositives", "true_positives", c => new TruePositives(Thresholds(c), Name(c)));
        Add("FalsePositives", "false_positives", c => new FalsePositives(Thresholds(c), Name(c)));
        Add("TrueNegatives", "true_negatives", c => new TrueNegatives(Thresholds(c), Name(c)));
        Add("FalseNegatives", "false_negatives", c => new FalseNegatives(Thresholds(c), Name(c)));
        Add("Precision", "precision", c => new Precision(Thresholds(c), c.Get<int?>("top_k", null), ClassId(c), Name(c)));
        Add("Recall", "recall", c => new Recall(Thresholds(c), c.Get<int?>("top_k", null), ClassId(c), Name(c)));
        AddRate("SensitivityAtSpecificity", "specificity", (v, n, id, name) => new SensitivityAtSpecificity(v, n, id, name));
        AddRate("SpecificityAtSensitivity", "sensitivity", (v, n, id, name) => new SpecificityAtSensitivity(v, n, id, name));
        AddRate("PrecisionAtRecall", "recall", (v, n, id, name) => new PrecisionAtRecall(v, n, id, name));
        AddRate("RecallAtPrecision", "precision", (v, n, id, name) => new RecallAtPrecision(v, n, id, name));
        Add("AUC", "auc", Auc);
    }

    private static void RegisterScores()
    {
        Add(
            "F1Score",
            "f1_score",
            c => new F1Score(c.Get<string?>("average", null), c.Get<double?>("threshold", null), Name(c, "f1_score"))
        );
        Add(
            "FBetaScore",
            "fbeta_score",
            c => new FBetaScore(
                c.Get<string?>("average", null),
                c.Get("beta", 1.0),
                c.Get<double?>("threshold", null),
                Name(c, "fbeta_score")
            )
        );
        Add(
            "R2Score",
            "r2_score",
            c => new R2Score(c.Get<string?>("class_aggregation", "uniform_average"), c.Get("num_regressors", 0), Name(c, "r2_score"))
        );
    }

    private static void RegisterIoU()
    {
        AddIoU(
            "IoU",
            c => new IoU(
                Classes(c),
                Ids(c),
                Ignore(c),
                c.Get("sparse_y_true", true),
                c.Get("sparse_y_pred", true),
                Axis(c),
                Name(c),
                State(c)
            )
        );
        AddIoU(
            "MeanIoU",
            c => new MeanIoU(Classes(c), Ignore(c), c.Get("sparse_y_true", true), c.Get("sparse_y_pred", true), Axis(c), Name(c), State(c))
        );
        AddIoU("OneHotIoU", c => new OneHotIoU(Classes(c), Ids(c), Ignore(c), c.Get("sparse_y_pred", false), Axis(c), Name(c), State(c)));
        AddIoU("OneHotMeanIoU", c => new OneHotMeanIoU(Classes(c), Ignore(c), c.Get("sparse_y_pred", false), Axis(c), Name(c), State(c)));
        AddIoU("BinaryIoU", c => new BinaryIoU(c.Get<int[]?>("target_class_ids", null), c.Get("threshold", 0.5), Name(c), State(c)));
    }

    private static SparseCategoricalCrossentropy SparseCategoricalCrossentropy(Config config) =>
        Axis(config) == -1
            ? new(Logits(config), config.Get<int?>("ignore_class", null), Name(config, "sparse_categorical_crossentropy"))
            : throw new NotSupportedException("SparseCategoricalCrossentropy takes the classes along the last axis: axis -1.");

    private static AUC Auc(Config config) =>
        new(
            config.Get("num_thresholds", 200),
            config.Get("curve", "ROC"),
            config.Get("summation_method", "interpolation"),
            Name(config),
            ConfigLists.Doubles(config, "thresholds"),
            config.Get("multi_label", false),
            config.Get<int?>("num_labels", null),
            ConfigLists.Doubles(config, "label_weights"),
            Logits(config)
        );

    private static void AddRate(string name, string argument, Func<double, int, int?, string?, Metric> create) =>
        Add(name, ObjectPaths.SnakeCase(name), c => create(c.Get<double>(argument), c.Get("num_thresholds", 200), ClassId(c), Name(c)));

    private static void Add(string className, string snakeCase, Func<Config, Metric> create, params ReadOnlySpan<string> abbreviations) =>
        KerasObjects.Register<Metric>(className, config => create(Checked(className, config)), [snakeCase, .. abbreviations]);

    /// <summary>State of another type than float32 is refused rather than ignored.</summary>
    private static Config Checked(string className, Config config) =>
        config.Get<object?>("dtype", null) is null or "float32"
            ? config
            : throw new NotSupportedException($"The state of {className} is float32; got dtype {ConfigJson.Write(config["dtype"])}.");

    private static double[]? Thresholds(Config config) => ConfigLists.Doubles(config, "thresholds");

    private static int? ClassId(Config config) => config.Get<int?>("class_id", null);

    private static string Name(Config config, string fallback) => config.Get("name", fallback);

    private static string? Name(Config config) => config.Get<string?>("name", null);

    private static bool Logits(Config config) => config.Get("from_logits", false);

    private static double Smoothing(Config config) => config.Get("label_smoothing", 0.0);

    private static int Axis(Config config) => config.Get("axis", -1);

    private static void AddIoU(string className, Func<Config, Metric> create) =>
        KerasObjects.Register<Metric>(className, create, ObjectPaths.SnakeCase(className));

    private static int Classes(Config config) => config.Get<int>("num_classes");

    private static int[] Ids(Config config) => config.Get<int[]>("target_class_ids");

    private static int? Ignore(Config config) => config.Get<int?>("ignore_class", null);

    private static DType State(Config config) => config["dtype"] is "int" ? DType.Int64 : config.Get("dtype", DType.Int64);
}
