using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Brings each sample to mean 0 and deviation 1 over some axes, then scales and shifts it by what is learnt.</summary>
public sealed class LayerNormalization : Layer
{
    private readonly WeightRule gammaRule;
    private readonly WeightRule betaRule;
    private Variable? gamma;
    private Variable? beta;

    /// <summary>The layer.</summary>
    /// <param name="axis">The axes over which to normalize; the last by default.</param>
    /// <param name="epsilon">Added to the variance, at least 0; 0.001 by default.</param>
    /// <param name="center">Whether an offset (beta) is learnt; true by default.</param>
    /// <param name="scale">Whether a factor (gamma) is learnt; true by default.</param>
    /// <param name="betaInitializer">Zeros by default.</param>
    /// <param name="gammaInitializer">Ones by default.</param>
    /// <param name="betaRegularizer">A penalty on beta.</param>
    /// <param name="gammaRegularizer">A penalty on gamma.</param>
    /// <param name="betaConstraint">What beta is held to after updates.</param>
    /// <param name="gammaConstraint">What gamma is held to after updates.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">The list of axes is empty, or epsilon is negative.</exception>
    public LayerNormalization(
        Sizes? axis = null,
        double epsilon = 0.001,
        bool center = true,
        bool scale = true,
        Initializer? betaInitializer = null,
        Initializer? gammaInitializer = null,
        Regularizer? betaRegularizer = null,
        Regularizer? gammaRegularizer = null,
        Constraint? betaConstraint = null,
        Constraint? gammaConstraint = null,
        string? name = null
    )
        : base(name)
    {
        (Axis, Epsilon, Center, Scale, SupportsMasking) = (axis ?? -1, this.NotNegative(epsilon), center, scale, true);
        if (Axis.Count == 0)
            throw this.Wrong(nameof(axis), "must be one axis or several; got an empty list. Leave it out for the last axis.");
        gammaRule = new WeightRule("gamma", gammaInitializer ?? "ones", gammaRegularizer, gammaConstraint);
        betaRule = new WeightRule("beta", betaInitializer ?? "zeros", betaRegularizer, betaConstraint);
    }

    /// <summary>The axes over which to normalize.</summary>
    public Sizes Axis { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Whether an offset is learnt.</summary>
    public bool Center { get; }

    /// <summary>Whether a factor is learnt.</summary>
    public bool Scale { get; }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        Shape shape = [.. Axes(inputShape.Rank).Select(axis => (long?)inputShape[axis])];
        gamma = Scale ? AddWeight(gammaRule, shape) : null;
        beta = Center ? AddWeight(betaRule, shape) : null;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        var axes = Axes(inputs.Rank);
        var mean = K.Mean(inputs, axes, keepDims: true);
        var variance = K.Mean(Op.SquaredDifference(inputs, mean), axes, keepDims: true);
        var result = (inputs - mean) * Op.Rsqrt(variance + Epsilon);
        if (gamma is not null)
            result *= Along(gamma, inputs, axes);
        return beta is null ? result : result + Along(beta, inputs, axes);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["axis"] = Axis.Count == 1 ? Axis[0] : Axis,
                    ["epsilon"] = Epsilon,
                    ["center"] = Center,
                    ["scale"] = Scale,
                    ["beta_initializer"] = betaRule.Initializer,
                    ["gamma_initializer"] = gammaRule.Initializer,
                    ["beta_regularizer"] = betaRule.Regularizer,
                    ["gamma_regularizer"] = gammaRule.Regularizer,
                    ["beta_constraint"] = betaRule.Constraint,
                    ["gamma_constraint"] = gammaRule.Constraint,
                }
            );

    internal static LayerNormalization Read(Config config) =>
        new(
            config.Refuse(nameof(LayerNormalization), "rms_scaling").Get<int[]>("axis", [-1]),
            config.Get("epsilon", 0.001),
            config.Get("center", true),
            config.Get("scale", true),
            config.GetObject<Initializer>("beta_initializer"),
            config.GetObject<Initializer>("gamma_initializer"),
            config.GetObject<Regularizer>("beta_regularizer"),
            config.GetObject<Regularizer>("gamma_regularizer"),
            config.GetObject<Constraint>("beta_constraint"),
            config.GetObject<Constraint>("gamma_constraint")
        );

    private int[] Axes(int rank) => [.. Axis.Order().Select(axis => this.AxisOf(rank, axis))];

    private static Tensor Along(Tensor weight, Tensor x, int[] axes) =>
        axes.Length == 1 && axes[0] == x.Rank - 1
            ? weight
            : Op.Reshape(weight, Op.Ints([.. Enumerable.Range(0, x.Rank).Select(i => axes.Contains(i) ? x.Shape[i] : 1L)]));
}
