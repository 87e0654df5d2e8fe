using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Adam with the infinity norm.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="beta1">The decay of the momentum, 0 to 1. Default 0.9.</param>
/// <param name="beta2">The decay of the second moment, 0 to 1. Default 0.999.</param>
/// <param name="epsilon">The number that keeps divisions finite. Default 1e-7.</param>
public sealed class Adamax(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7)
    : Optimizer(learningRate, "adamax")
{
    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["beta_1"] = beta1,
                    ["beta_2"] = beta2,
                    ["epsilon"] = epsilon,
                }
            );

    internal static Adamax Read(Config config) =>
        new(config.Get("learning_rate", 0.001), config.Get("beta_1", 0.9), config.Get("beta_2", 0.999), config.Get("epsilon", 1e-7))
        {
            Shared = config,
        };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        [
            [("momentum", 0), ("norm", 0)],
        ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var m = step.Read(variable, "momentum");
        m = step.Set(variable, "momentum", m + (gradient - m) * (1 - beta1));
        var norm = step.Set(variable, "norm", Op.Maximum(step.Read(variable, "norm") * beta2, Op.Abs(gradient)));
        return value - step.LearningRate(value.DType) * m / ((1.0 - step.Power(beta1, value.DType)) * (norm + epsilon));
    }
}
