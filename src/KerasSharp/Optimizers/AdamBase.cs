using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>What Adam and its variant with weight decay have in common: the step.</summary>
public abstract class AdamBase : Optimizer
{
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly bool amsgrad;

    private protected AdamBase(double learningRate, double beta1, double beta2, double epsilon, bool amsgrad, string name)
        : base(learningRate, name) => (this.beta1, this.beta2, this.epsilon, this.amsgrad) = (beta1, beta2, epsilon, amsgrad);

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
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
    protected sealed override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
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
    protected sealed override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
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
