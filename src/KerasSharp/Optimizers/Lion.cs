using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Steps of the sign of the momentum.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="beta1">The decay of the momentum, 0 to 1. Default 0.9.</param>
/// <param name="beta2">The decay of the second moment, 0 to 1. Default 0.99.</param>
public sealed class Lion(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.99) : Optimizer(learningRate, "lion")
{
    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["beta_1"] = beta1, ["beta_2"] = beta2 });

    internal static Lion Read(Config config) =>
        new(config.Get("learning_rate", 0.001), config.Get("beta_1", 0.9), config.Get("beta_2", 0.99)) { Shared = config };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        [
            [("momentum", 0)],
        ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var m = step.Read(variable, "momentum");
        step.Set(variable, "momentum", m * beta2 + gradient * (1 - beta2));
        return value - step.LearningRate(value.DType) * Op.Sign(m * beta1 + gradient * (1 - beta1));
    }
}
