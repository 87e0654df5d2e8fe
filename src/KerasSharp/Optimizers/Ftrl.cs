using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Follow the regularized leader.</summary>
/// <param name="learningRate">The learning rate. Default 0.001.</param>
/// <param name="learningRatePower">The power of the accumulator, 0 or less. Default -0.5.</param>
/// <param name="initialAccumulatorValue">Where the accumulators begin, 0 or more. Default 0.1.</param>
/// <param name="l1RegularizationStrength">The strength of the L1 penalty, 0 or more. Default 0.</param>
/// <param name="l2RegularizationStrength">The strength of the L2 penalty, 0 or more. Default 0.</param>
/// <param name="l2ShrinkageRegularizationStrength">The strength of the L2 penalty on gradients, 0 or more. Default 0.</param>
/// <param name="beta">Ftrl's beta. Default 0.</param>
public sealed class Ftrl(
    double learningRate = 0.001,
    double learningRatePower = -0.5,
    double initialAccumulatorValue = 0.1,
    double l1RegularizationStrength = 0,
    double l2RegularizationStrength = 0,
    double l2ShrinkageRegularizationStrength = 0,
    double beta = 0
) : Optimizer(learningRate, "ftrl")
{
    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["learning_rate_power"] = learningRatePower,
                    ["initial_accumulator_value"] = initialAccumulatorValue,
                    ["l1_regularization_strength"] = l1RegularizationStrength,
                    ["l2_regularization_strength"] = l2RegularizationStrength,
                    ["l2_shrinkage_regularization_strength"] = l2ShrinkageRegularizationStrength,
                    ["beta"] = beta,
                }
            );

    internal static Ftrl Read(Config config) =>
        new(
            config.Get("learning_rate", 0.001),
            config.Get("learning_rate_power", -0.5),
            config.Get("initial_accumulator_value", 0.1),
            config.Get("l1_regularization_strength", 0.0),
            config.Get("l2_regularization_strength", 0.0),
            config.Get("l2_shrinkage_regularization_strength", 0.0),
            config.Get("beta", 0.0)
        )
        {
            Shared = config,
        };

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, double Initial)[]> SlotGroups =>
        [
            [("accumulator", initialAccumulatorValue), ("linear", 0)],
        ];

    /// <inheritdoc/>
    protected override Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable)
    {
        var rate = step.LearningRate(value.DType);
        var power = Op.Constant(-learningRatePower, value.DType);
        var l1 = Op.Constant(l1RegularizationStrength, value.DType);
        var sum = step.Read(variable, "accumulator");
        var newSum = step.Set(variable, "accumulator", sum + Op.Square(gradient));
        var shrunk = gradient + 2 * l2ShrinkageRegularizationStrength * value;
        var sigma = (Op.Pow(newSum, power) - Op.Pow(sum, power)) / rate;
        var linear = step.Set(variable, "linear", step.Read(variable, "linear") + (shrunk - sigma * value));
        var quadratic = Op.Pow(newSum, power) / rate + 2.0 * (beta / (2.0 * rate) + l2RegularizationStrength);
        return (Op.ClipByValue(linear, -l1, l1) - linear) / quadratic;
    }
}
