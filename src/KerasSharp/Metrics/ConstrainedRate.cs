using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The best of one rate at any threshold at which another is at least a given value.</summary>
public abstract class ConstrainedRate : FullConfusionMetric
{
    private readonly string argument;
    private readonly double value;
    private readonly int numThresholds;
    private readonly ConfusionCounter counter;

    private protected ConstrainedRate(string argument, double value, int numThresholds, int? classId, string? name)
        : base(name)
    {
        if (value is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(argument, value, $"{argument} is from 0 to 1");
        ArgumentOutOfRangeException.ThrowIfLessThan(numThresholds, 1);
        (this.argument, this.value, this.numThresholds) = (argument, value, numThresholds);
        counter = new ConfusionCounter(Thresholds.Even(numThresholds)) { ClassId = classId };
        Build(Shape.Of(Math.Max(numThresholds, 1)));
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                    ["class_id"] = counter.ClassId,
                    ["num_thresholds"] = numThresholds,
                    [argument] = value,
                }
            );

    private protected sealed override Tensor Result(ConfusionCounts counts)
    {
        var constrained = Constrained(counts);
        var feasible = Op.GreaterEqual(constrained, Op.Constant(value, constrained.DType));
        return K.Max(Op.SelectV2(feasible, Dependent(counts), Op.Constant(0, constrained.DType)));
    }

    private protected sealed override ConfusionCounter Counter(Tensor yPred) => counter;

    /// <summary>The rate that must reach the value.</summary>
    private protected abstract Tensor Constrained(ConfusionCounts counts);

    /// <summary>The rate whose best is the result.</summary>
    private protected abstract Tensor Dependent(ConfusionCounts counts);
}
