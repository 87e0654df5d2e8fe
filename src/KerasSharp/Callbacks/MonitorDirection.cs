namespace KerasSharp.Callbacks;

/// <summary>Whether more of a log is better, as the metric behind it tells.</summary>
internal static class MonitorDirection
{
    private static readonly HashSet<string> Up =
    [
        "Accuracy",
        "BinaryAccuracy",
        "CategoricalAccuracy",
        "SparseCategoricalAccuracy",
        "TopKCategoricalAccuracy",
        "SparseTopKCategoricalAccuracy",
        "TruePositives",
        "TrueNegatives",
        "Precision",
        "Recall",
        "AUC",
        "SensitivityAtSpecificity",
        "SpecificityAtSensitivity",
        "PrecisionAtRecall",
        "RecallAtPrecision",
        "FBetaScore",
        "F1Score",
        "IoU",
        "BinaryIoU",
        "MeanIoU",
        "OneHotIoU",
        "OneHotMeanIoU",
        "R2Score",
        "CosineSimilarity",
        "PearsonCorrelation",
        "ConcordanceCorrelation",
    ];

    /// <exception cref="ArgumentException">The log is no loss and no metric of the model.</exception>
    public static bool WantsMore(MonitorCallback callback)
    {
        var name = callback.Monitor.StartsWith("val_", StringComparison.Ordinal) ? callback.Monitor[4..] : callback.Monitor;
        var model = callback.Model;
        if (name == "loss" || model.TargetNames.Any(output => name == $"{output}_loss"))
            return false;
        var metric = model.CompiledMetrics.LastOrDefault(metric =>
            name == metric.Name || model.TargetNames.Any(output => name == $"{output}_{metric.Name}")
        );
        return metric is not null
            ? Up.Contains(metric.ClassName)
            : throw new ArgumentException(
                $"{callback.GetType().Name} callback received monitor={callback.Monitor}, but it cannot be told whether that should be maximized or minimized. Give mode: \"max\" or mode: \"min\"."
            );
    }
}
