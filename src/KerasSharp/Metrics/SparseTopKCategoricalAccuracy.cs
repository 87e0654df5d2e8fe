using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>How often the target's class number is among those of the k largest predictions.</summary>
/// <param name="k">How many of the largest predictions count.</param>
/// <param name="fromSortedIds">Whether predictions are class numbers sorted from best to worst, instead of scores.</param>
/// <param name="name">The name.</param>
public sealed class SparseTopKCategoricalAccuracy(int k = 5, bool fromSortedIds = false, string name = "sparse_top_k_categorical_accuracy")
    : FunctionMetric(name)
{
    /// <summary>How many of the largest predictions count.</summary>
    public int K { get; } = k;

    /// <summary>Whether predictions are class numbers sorted from best to worst.</summary>
    public bool FromSortedIds { get; } = fromSortedIds;

    /// <inheritdoc/>
    public override Config GetConfig()
    {
        var config = base.GetConfig().With(new() { ["k"] = K });
        if (FromSortedIds)
            config["from_sorted_ids"] = true;
        return config;
    }

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) =>
        FromSortedIds ? AccuracyFunctions.SparseTopKOfSorted(yTrue, yPred, K) : AccuracyFunctions.SparseTopK(yTrue, yPred, K);
}
