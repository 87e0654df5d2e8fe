using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Gradients divided by a running root mean square.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="rho">The decay of the average of squares, 0 to 1. Default 0.9.</param>
/// <param name="momentum">How much of the last step is kept, 0 to 1. Default 0.</param>
/// <param name="epsilon">The number that keeps divisions finite. Default 1e-7.</param>
/// <param name="centered">Whether squares are taken around the mean gradient. Default false.</param>
public sealed class RMSprop(
    double learningRate = 0.001,
    double rho = 0.9,
    double momentum = 0,
    double epsilon = 1e-7,
    bool centered = false
) : Optimizer(learningRate, "rm_sprop")
{
    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["rho"] = rho,
                    ["momentum"] = momentum,
                    ["epsilon"] = epsilon,
                    ["centered"] = centered,
                }
            );

    internal static RMSprop Read(Config config) =>
        new(
            config.Get("learning_rate", 0.001),
            config.Get("rho", 0.9),
            config.Get("momentum", 0.0),
            config.Get("epsilon", 1e-7),
            config.Get("centered", false)
        )
        {
            Shared = config,
        };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        [
            [("velocity", 0)],
            .. momentum > 0
                ?
                [
                    [("momentum", 0)],
                ]
                : Array.Empty<(string, double)[]>(),
            .. centered
                ?
                [
                    [("average_gradient", 0)],
                ]
                : Array.Empty<(string, double)[]>(),
        ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var velocity = step.Set(variable, "velocity", rho * step.Read(variable, "velocity") + (1 - rho) * Op.Square(gradient));
        var denominator = velocity;
        if (centered)
        {
            var average = step.Set(variable, "average_gradient", rho * step.Read(variable, "average_gradient") + (1 - rho) * gradient);
            denominator = velocity - Op.Square(average);
        }
        var increment = step.LearningRate(value.DType) * gradient / Op.Sqrt(denominator + epsilon);
        if (momentum > 0)
            increment = step.Set(variable, "momentum", momentum * step.Read(variable, "momentum") + increment);
        return value - increment;
    }
}
