using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Gradient descent, with momentum where asked.</summary>
/// <param name="learningRate">The learning rate. Default 0.01.</param>
/// <param name="momentum">How much of the last step is kept, 0 to 1. Default 0.</param>
/// <param name="nesterov">Whether the momentum is Nesterov's. Default false.</param>
public sealed class SGD(double learningRate = 0.01, double momentum = 0, bool nesterov = false) : Optimizer(learningRate, "sgd")
{
    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["momentum"] = momentum, ["nesterov"] = nesterov });

    internal static SGD Read(Config config) =>
        new(config.Get("learning_rate", 0.01), config.Get("momentum", 0.0), config.Get("nesterov", false)) { Shared = config };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        momentum == 0
            ? []
            :
            [
                [("momentum", 0)],
            ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var rate = step.LearningRate(value.DType);
        if (momentum == 0)
            return value - gradient * rate;
        var m = step.Set(variable, "momentum", step.Read(variable, "momentum") * momentum - gradient * rate);
        return nesterov ? value + (m * momentum - gradient * rate) : value + m;
    }
}
