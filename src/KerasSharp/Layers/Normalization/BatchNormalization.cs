using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Brings each channel to mean 0 and deviation 1, by the batch's own statistics in training and by their moving averages otherwise.
/// A frozen layer uses the averages in training too, and leaves them.
/// </summary>
public sealed class BatchNormalization : Layer
{
    private readonly WeightRule gammaRule;
    private readonly WeightRule betaRule;
    private readonly WeightRule meanRule;
    private readonly WeightRule varianceRule;
    private Variable? gamma;
    private Variable? beta;
    private Variable? movingMean;
    private Variable? movingVariance;

    /// <summary>The layer.</summary>
    /// <param name="axis">The axis of the channels; the last by default.</param>
    /// <param name="momentum">How much of a moving average stays at each step, 0 to 1; 0.99 by default.</param>
    /// <param name="epsilon">Added to variances, at least 0; 0.001 by default.</param>
    /// <param name="center">Whether an offset (beta) is learnt; true by default.</param>
    /// <param name="scale">Whether a factor (gamma) is learnt; true by default.</param>
    /// <param name="betaInitializer">Zeros by default.</param>
    /// <param name="gammaInitializer">Ones by default.</param>
    /// <param name="movingMeanInitializer">Zeros by default.</param>
    /// <param name="movingVarianceInitializer">Ones by default.</param>
    /// <param name="betaRegularizer">A penalty on beta.</param>
    /// <param name="gammaRegularizer">A penalty on gamma.</param>
    /// <param name="betaConstraint">What beta is held to after updates.</param>
    /// <param name="gammaConstraint">What gamma is held to after updates.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The momentum lies outside [0, 1], or epsilon is negative.</exception>
    public BatchNormalization(
        int axis = -1,
        double momentum = 0.99,
        double epsilon = 0.001,
        bool center = true,
        bool scale = true,
        Initializer? betaInitializer = null,
        Initializer? gammaInitializer = null,
        Initializer? movingMeanInitializer = null,
        Initializer? movingVarianceInitializer = null,
        Regularizer? betaRegularizer = null,
        Regularizer? gammaRegularizer = null,
        Constraint? betaConstraint = null,
        Constraint? gammaConstraint = null,
        string? name = null
    )
        : base(name)
    {
        (Axis, Momentum, Epsilon) = (axis, this.Fraction(momentum), this.NotNegative(epsilon));
        (Center, Scale, SupportsMasking) = (center, scale, true);
        gammaRule = new WeightRule("gamma", gammaInitializer ?? "ones", gammaRegularizer, gammaConstraint);
        betaRule = new WeightRule("beta", betaInitializer ?? "zeros", betaRegularizer, betaConstraint);
        meanRule = new WeightRule("moving_mean", movingMeanInitializer ?? "zeros");
        varianceRule = new WeightRule("moving_variance", movingVarianceInitializer ?? "ones");
        InputSpecs = [new InputSpec { MinRank = 2 }];
    }

    /// <summary>The axis of the channels.</summary>
    public int Axis { get; }

    /// <summary>How much of a moving average stays at each step.</summary>
    public double Momentum { get; }

    /// <summary>Added to variances.</summary>
    public double Epsilon { get; }

    /// <summary>Whether an offset is learnt.</summary>
    public bool Center { get; }

    /// <summary>Whether a factor is learnt.</summary>
    public bool Scale { get; }

    /// <inheritdoc/>
    internal override bool MixesSamples => true;

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        int axis = this.AxisOf(inputShape.Rank, Axis, "axis");
        Shape shape = [inputShape[axis]];
        gamma = Scale ? AddWeight(gammaRule, shape) : null;
        beta = Center ? AddWeight(betaRule, shape) : null;
        movingMean = AddWeight("moving_mean", shape, meanRule.Initializer, trainable: false);
        movingVariance = AddWeight("moving_variance", shape, varianceRule.Initializer, trainable: false);
        InputSpecs =
        [
            new InputSpec
            {
                Rank = inputShape.Rank,
                Axes = new Dictionary<int, long> { [axis] = inputShape[axis] },
            },
        ];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (!context.Training || !Trainable)
            return Normalize(inputs, context.Read(movingMean!), context.Read(movingVariance!));
        var (mean, variance) = BatchMoments.Of(inputs, K.Axis(Axis, inputs.Rank), context.Mask(inputs));
        context.Update(movingMean!, Average(context.Read(movingMean!), mean));
        context.Update(movingVariance!, Average(context.Read(movingVariance!), variance));
        return Normalize(inputs, mean, variance);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["axis"] = Axis,
                    ["momentum"] = Momentum,
                    ["epsilon"] = Epsilon,
                    ["center"] = Center,
                    ["scale"] = Scale,
                    ["beta_initializer"] = betaRule.Initializer,
                    ["gamma_initializer"] = gammaRule.Initializer,
                    ["moving_mean_initializer"] = meanRule.Initializer,
                    ["moving_variance_initializer"] = varianceRule.Initializer,
                    ["beta_regularizer"] = betaRule.Regularizer,
                    ["gamma_regularizer"] = gammaRule.Regularizer,
                    ["beta_constraint"] = betaRule.Constraint,
                    ["gamma_constraint"] = gammaRule.Constraint,
                    ["synchronized"] = false,
                    ["renorm"] = false,
                }
            );

    internal static BatchNormalization Read(Config config) =>
        new(
            (config.Refuse(nameof(BatchNormalization), "synchronized", "renorm")["axis"] as List<object?>)?[0] is long first
                ? (int)first
                : config.Get("axis", -1),
            config.Get("momentum", 0.99),
            config.Get("epsilon", 0.001),
            config.Get("center", true),
            config.Get("scale", true),
            config.GetObject<Initializer>("beta_initializer"),
            config.GetObject<Initializer>("gamma_initializer"),
            config.GetObject<Initializer>("moving_mean_initializer"),
            config.GetObject<Initializer>("moving_variance_initializer"),
            config.GetObject<Regularizer>("beta_regularizer"),
            config.GetObject<Regularizer>("gamma_regularizer"),
            config.GetObject<Constraint>("beta_constraint"),
            config.GetObject<Constraint>("gamma_constraint")
        );

    private Tensor Average(Tensor old, Tensor current) => old * Momentum + current * (1.0 - Momentum);

    private Tensor Normalize(Tensor x, Tensor mean, Tensor variance)
    {
        var factor = Op.Rsqrt(variance + Epsilon);
        if (gamma is not null)
            factor *= gamma;
        var offset = beta is null ? -(mean * factor) : beta - mean * factor;
        return x * Along(factor, x) + Along(offset, x);
    }

    /// <summary>A vector shaped to broadcast along the channels of x.</summary>
    private Tensor Along(Tensor vector, Tensor x)
    {
        int axis = K.Axis(Axis, x.Rank);
        return axis == x.Rank - 1
            ? vector
            : Op.Reshape(vector, Op.Ints([.. Enumerable.Range(0, x.Rank).Select(i => i == axis ? vector.Shape[0] : 1L)]));
    }
}
