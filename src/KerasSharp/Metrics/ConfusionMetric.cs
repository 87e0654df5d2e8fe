namespace KerasSharp.Metrics;

/// <summary>A metric that is computed from counts of right and wrong predictions at thresholds.</summary>
public abstract class ConfusionMetric : Metric
{
    private readonly List<(Variable Variable, Func<ConfusionCounts, Tensor> Count)> counts = [];

    private protected ConfusionMetric(string? name)
        : base(name) { }

    /// <summary>Whether the counts are at one threshold, so that results are numbers.</summary>
    private protected bool IsSingle { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight = null,
        Tensor? mask = null
    )
    {
        var batch = Counter(yPred).Count(yTrue, Prepare(yPred), sampleWeight, mask);
        return [.. counts.Select(count => (count.Variable, count.Variable.Read() + count.Count(batch)))];
    }

    /// <summary>What counts a batch of such predictions.</summary>
    private protected abstract ConfusionCounter Counter(Tensor yPred);

    private protected virtual Tensor Prepare(Tensor yPred) => yPred;

    /// <summary>A variable that one kind of count is added to.</summary>
    private protected Variable AddCount(string name, Shape shape, Func<ConfusionCounts, Tensor> count)
    {
        var variable = AddVariable(name, shape);
        counts.Add((variable, count));
        return variable;
    }

    /// <summary>The result as a number where there is one threshold.</summary>
    private protected Tensor Single(Tensor result) => IsSingle ? Ops.Op.Reshape(result) : result;
}
