using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Adaptive moments.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="beta1">The decay of the momentum, 0 to 1. Default 0.9.</param>
/// <param name="beta2">The decay of the second moment, 0 to 1. Default 0.999.</param>
/// <param name="epsilon">The number that keeps divisions finite. Default 1e-7.</param>
/// <param name="amsgrad">Whether the largest second moment so far is used. Default false.</param>
public sealed class Adam(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7, bool amsgrad = false)
    : Optimizer(learningRate, "adam")
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
                    ["amsgrad"] = amsgrad,
                }
            );

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        amsgrad
            ?
            [
                [("momentum", 0), ("velocity", 0)],
                [("velocity_hat", 0)],
            ]
            :
            [
                [("momentum", 0), ("velocity", 0)],
            ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var rate = step.LearningRate(value.DType);
        var alpha = rate * Op.Sqrt(1.0 - step.Power(beta2, value.DType)) / (1.0 - step.Power(beta1, value.DType));
        var m = step.Read(variable, "momentum");
        m = step.Set(variable, "momentum", m + (gradient - m) * (1 - beta1));
        var v = step.Read(variable, "velocity");
        v = step.Set(variable, "velocity", v + (Op.Square(gradient) - v) * (1 - beta2));
        if (amsgrad)
            v = step.Set(variable, "velocity_hat", Op.Maximum(step.Read(variable, "velocity_hat"), v));
        return value - m * alpha / (Op.Sqrt(v) + epsilon);
    }
}
