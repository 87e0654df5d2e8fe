using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>x where positive, else x times a slope that is learnt, one for each feature.</summary>
public sealed class PReLU : Layer
{
    private readonly WeightRule rule;
    private Variable? alpha;

    /// <summary>The layer.</summary>
    /// <param name="alphaInitializer">The first slopes; zeros by default.</param>
    /// <param name="alphaRegularizer">A penalty on the slopes.</param>
    /// <param name="alphaConstraint">What the slopes are held to after updates.</param>
    /// <param name="sharedAxes">Axes, from 1, along which one slope serves all; none by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shared axis is less than 1: the batch has no slope of its own.</exception>
    public PReLU(
        Initializer? alphaInitializer = null,
        Regularizer? alphaRegularizer = null,
        Constraint? alphaConstraint = null,
        Sizes? sharedAxes = null,
        string? name = null
    )
        : base(name)
    {
        foreach (int axis in sharedAxes ?? [])
            this.AtLeast(1, axis, nameof(sharedAxes));
        (SharedAxes, SupportsMasking) = (sharedAxes, true);
        rule = new WeightRule("alpha", alphaInitializer ?? "zeros", alphaRegularizer, alphaConstraint);
    }

    /// <summary>The axes along which one slope serves all, or null.</summary>
    public Sizes? SharedAxes { get; }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        var shape = inputShape.Slice(1);
        foreach (int axis in SharedAxes ?? [])
            shape = shape.With(this.AxisOf(inputShape.Rank, axis, "sharedAxes") - 1, 1);
        alpha = AddWeight(rule, shape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Op.Relu(inputs) - alpha! * Op.Relu(-inputs);

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(rule.ToConfig()).With(new Config { ["shared_axes"] = SharedAxes });

    internal static PReLU Read(Config config) =>
        new(
            config.GetObject<Initializer>("alpha_initializer"),
            config.GetObject<Regularizer>("alpha_regularizer"),
            config.GetObject<Constraint>("alpha_constraint"),
            config.Get<int[]?>("shared_axes", null)
        );
}
