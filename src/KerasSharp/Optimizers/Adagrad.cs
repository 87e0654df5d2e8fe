using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Gradients divided by the root of the sum of all squares so far.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="initialAccumulatorValue">Where the accumulators begin, 0 or more. Default 0.1.</param>
/// <param name="epsilon">The number that keeps divisions finite. Default 1e-7.</param>
public sealed class Adagrad(double learningRate = 0.001, double initialAccumulatorValue = 0.1, double epsilon = 1e-7)
    : Optimizer(learningRate, "adagrad")
{
    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig().With(new Config { ["initial_accumulator_value"] = initialAccumulatorValue, ["epsilon"] = epsilon });

    internal static Adagrad Read(Config config) =>
        new(config.Get("learning_rate", 0.001), config.Get("initial_accumulator_value", 0.1), config.Get("epsilon", 1e-7))
        {
            Shared = config,
        };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        [
            [("accumulator", initialAccumulatorValue)],
        ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var sum = step.Set(variable, "accumulator", step.Read(variable, "accumulator") + Op.Square(gradient));
        return value - step.LearningRate(value.DType) * gradient / Op.Sqrt(sum + epsilon);
    }
}
