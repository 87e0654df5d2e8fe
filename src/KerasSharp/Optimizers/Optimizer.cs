using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>An algorithm that turns gradients into new values of variables.</summary>
/// <remarks>
/// The order of one step is Keras's: undo the loss scale, clip, decay the weights, update, average, constrain, count.
/// An instance belongs to the variables of its first <see cref="Apply"/>.
/// </remarks>
public abstract partial class Optimizer : IKerasObject
{
    private readonly Variable learningRate;

    /// <param name="learningRate">The learning rate; it can be changed later with <see cref="LearningRate"/>.</param>
    /// <param name="name">The optimizer's name, the first part of the paths of its variables.</param>
    protected Optimizer(double learningRate, string name)
    {
        Iteration = new Variable("iteration", Op.Constant(0, DType.Int64), trainable: false);
        this.learningRate = new Variable("learning_rate", Op.Constant(learningRate), trainable: false);
        variables.AddRange([Iteration, this.learningRate]);
        Name = name;
    }

    /// <summary>The name, the first part of its variables' paths; by default the class name in snake case.</summary>
    public string Name
    {
        get;
        init
        {
            field = value;
            foreach (var variable in variables)
                variable.Path = $"{value}/{variable.Name}";
        }
    }

    /// <inheritdoc/>
    public virtual string ClassName => GetType().Name;

    /// <inheritdoc/>
    public virtual string Module => "keras.optimizers";

    /// <summary>The number of calls so far, a scalar int64: raw, not divided by <see cref="GradientAccumulationSteps"/>.</summary>
    public Variable Iteration { get; }

    /// <summary>The number of updates so far: calls divided by <see cref="GradientAccumulationSteps"/>, rounded down.</summary>
    public long Iterations => (long)Iteration.GetValue().GetAtIndex(0) / (GradientAccumulationSteps ?? 1);

    /// <summary>The learning rate as it stands, a float32; setting it acts on the next step, compiled or not.</summary>
    public double LearningRate
    {
        get => (float)learningRate.GetValue().GetAtIndex(0);
        set => learningRate.SetValue(NumSharp.NDArray.Scalar((float)value));
    }

    /// <summary>The scalar float32 variable that holds the learning rate.</summary>
    public Variable LearningRateVariable => learningRate;

    /// <summary>The loss times <see cref="LossScaleFactor"/>, to take gradients of; the loss itself where there is no factor.</summary>
    /// <param name="loss">The loss.</param>
    /// <returns>The scaled loss.</returns>
    public Tensor ScaleLoss(Tensor loss) => LossScaleFactor is { } factor ? loss * factor : loss;

    /// <inheritdoc/>
    public virtual Config GetConfig() => Shared;

    /// <summary>The optimizer of that name with its default arguments.</summary>
    /// <param name="name">"sgd", "rmsprop", "adam" and so on; the case does not matter.</param>
    /// <exception cref="ArgumentException">There is none of that name; the message lists them.</exception>
    public static implicit operator Optimizer(string name) => KerasObjects.Deserialize<Optimizer>(name.ToLowerInvariant())!;

    /// <summary>The new value of a variable; the new values of its slots are set on the step.</summary>
    /// <param name="step">The step, with the learning rate and the slots.</param>
    /// <param name="gradient">The clipped gradient.</param>
    /// <param name="value">The variable's value, decayed already.</param>
    /// <param name="variable">The variable.</param>
    /// <returns>Its new value.</returns>
    protected abstract Tensor UpdateStep(OptimizerStep step, Tensor gradient, Tensor value, Variable variable);

    /// <summary>The slots, in groups whose slots stand side by side for each variable: name and initial value.</summary>
    protected virtual IReadOnlyList<(string Name, double Initial)[]> SlotGroups => [];
}
