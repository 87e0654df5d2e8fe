namespace KerasSharp.Metrics;

/// <summary>A metric that is computed from all four counts.</summary>
public abstract class FullConfusionMetric : ConfusionMetric
{
    private Variable[] state = [];

    private protected FullConfusionMetric(string? name)
        : base(name) { }

    /// <inheritdoc/>
    public sealed override Tensor Result(Func<Variable, Tensor> read) =>
        state.Length == 0
            ? throw new InvalidOperationException(
                $"The metric '{Name}' has no result before its first update, which tells it the number of labels."
            )
            : Result(new ConfusionCounts(read(state[0]), read(state[1]), read(state[2]), read(state[3])));

    private protected abstract Tensor Result(ConfusionCounts counts);

    /// <summary>Makes the state, in Keras's order.</summary>
    private protected void Build(Shape shape)
    {
        if (state.Length == 0)
            state =
            [
                AddCount("true_positives", shape, counts => counts.TruePositives),
                AddCount("false_positives", shape, counts => counts.FalsePositives),
                AddCount("true_negatives", shape, counts => counts.TrueNegatives),
                AddCount("false_negatives", shape, counts => counts.FalseNegatives),
            ];
    }
}
