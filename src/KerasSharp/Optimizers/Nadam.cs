using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Adam with Nesterov momentum.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="beta1">The decay of the momentum, 0 to 1. Default 0.9.</param>
/// <param name="beta2">The decay of the second moment, 0 to 1. Default 0.999.</param>
/// <param name="epsilon">The number that keeps divisions finite. Default 1e-7.</param>
public sealed class Nadam(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7)
    : Optimizer(learningRate, "nadam")
{
    private const double Decay = 0.96;
    private readonly Variable product = new("variable", Op.Constant(1), trainable: false);

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

    internal static Nadam Read(Config config) =>
        new(config.Get("learning_rate", 0.001), config.Get("beta_1", 0.9), config.Get("beta_2", 0.999), config.Get("epsilon", 1e-7))
        {
            Shared = config,
        };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        [
            [("momentum", 0), ("velocity", 0)],
        ];

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable> ExtraVariables() => [product];

    /// <inheritdoc/>
    protected override void BeginStep(OptimizerStep step) => step.Set(product, product.Read() * Momentum(step, DType.Float32, 0));

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var dtype = value.DType;
        var next = Momentum(step, dtype, 1);
        var soFar = Op.Cast(step.Values[product], dtype);
        var m = step.Read(variable, "momentum");
        m = step.Set(variable, "momentum", m + (gradient - m) * (1 - beta1));
        var v = step.Read(variable, "velocity");
        v = step.Set(variable, "velocity", v + (Op.Square(gradient) - v) * (1 - beta2));
        var ahead = next * m / (1.0 - soFar * next) + (1.0 - Momentum(step, dtype, 0)) * gradient / (1.0 - soFar);
        return value - ahead * step.LearningRate(dtype) / (Op.Sqrt(v / (1.0 - step.Power(beta2, dtype))) + epsilon);
    }

    private Tensor Momentum(OptimizerStep step, DType dtype, int ahead) => beta1 * (1.0 - 0.5 * step.Power(Decay, dtype, ahead));
}
