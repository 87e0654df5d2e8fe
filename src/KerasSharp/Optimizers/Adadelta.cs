using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Steps scaled by running averages of squared gradients and steps.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="rho">The decay of the average of squares, 0 to 1. Default 0.95.</param>
/// <param name="epsilon">The number that keeps divisions finite. Default 1e-7.</param>
public sealed class Adadelta(double learningRate = 0.001, double rho = 0.95, double epsilon = 1e-7) : Optimizer(learningRate, "adadelta")
{
    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["rho"] = rho, ["epsilon"] = epsilon });

    internal static Adadelta Read(Config config) =>
        new(config.Get("learning_rate", 0.001), config.Get("rho", 0.95), config.Get("epsilon", 1e-7)) { Shared = config };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        [
            [("accumulated_grad", 0), ("accumulated_delta_var", 0)],
        ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var squares = step.Set(
            variable,
            "accumulated_grad",
            rho * step.Read(variable, "accumulated_grad") + (1 - rho) * Op.Square(gradient)
        );
        var deltas = step.Read(variable, "accumulated_delta_var");
        var delta = -(Op.Sqrt(deltas + epsilon) * gradient / Op.Sqrt(squares + epsilon));
        step.Set(variable, "accumulated_delta_var", rho * deltas + (1 - rho) * Op.Square(delta));
        return value + step.LearningRate(value.DType) * delta;
    }
}
