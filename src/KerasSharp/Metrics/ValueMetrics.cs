namespace KerasSharp.Metrics;

/// <summary>What Mean and Sum share.</summary>
internal static class ValueMetrics
{
    public static NotSupportedException NoTargets(Metric metric) =>
        new(
            $"{metric.ClassName} takes values, not targets and predictions, so it cannot be among the metrics of Compile. Use a MeanMetricWrapper of a function of both."
        );
}
