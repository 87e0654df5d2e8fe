using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What Keras's own cells have in common: a kernel, a recurrent kernel, a bias, and dropout of inputs and states.</summary>
public abstract class KerasCell : RecurrentCell
{
    private readonly int gates;

    private protected KerasCell(int gates, CellArguments arguments, string? name)
        : base(name) => (this.gates, Arguments) = (gates, arguments);

    /// <summary>The length of the output and of each state.</summary>
    public int Units => Arguments.Units;

    /// <summary>The arguments.</summary>
    internal CellArguments Arguments { get; }

    /// <summary>[features, gates · units].</summary>
    internal Variable? Kernel { get; private set; }

    /// <summary>[units, gates · units].</summary>
    internal Variable? Recurrent { get; private set; }

    /// <summary>The bias, or null.</summary>
    internal Variable? Bias { get; private set; }

    /// <summary>The arguments under Keras's names, which layers made of such a cell write too.</summary>
    internal virtual Config ArgumentConfig() => Arguments.ToConfig();

    /// <inheritdoc/>
    public sealed override Config GetConfig() => base.GetConfig().With(ArgumentConfig());

    /// <summary>A cell that stands alone; that of a layer is checked by the layer, whose name the message then has.</summary>
    private protected static T Checked<T>(T cell)
        where T : KerasCell
    {
        cell.Arguments.Check(cell);
        return cell;
    }

    /// <summary>Makes the weights for inputs of a length.</summary>
    internal void EnsureBuiltFor(long features) => EnsureBuilt(Shape.Of(-1, features));

    /// <inheritdoc/>
    protected sealed override void Build(IReadOnlyList<Shape> inputShapes)
    {
        Kernel = AddWeight(Arguments.Kernel, [inputShapes[0][-1], gates * Units]);
        Recurrent = AddWeight(Arguments.Recurrent, [Units, gates * Units], "recurrent_kernel");
        Bias = Arguments.UseBias ? AddWeight(BiasRule, BiasShape(gates * Units)) : null;
    }

    /// <summary>The shape of the bias.</summary>
    private protected virtual Shape BiasShape(int length) => [length];

    /// <summary>How the bias begins.</summary>
    private protected virtual WeightRule BiasRule => Arguments.Bias;

    /// <inheritdoc/>
    protected internal sealed override (Tensor Output, IReadOnlyList<Tensor> States) Step(
        Tensor input,
        IReadOnlyList<Tensor> states,
        CallContext context
    ) => Recur(Project(DropInputs(input, context)), states, RecurrentFactors(states[0], context));

    internal sealed override (Tensor Sequence, CellStep Step) Prepare(Tensor sequence, CallContext context)
    {
        var factors = RecurrentFactors(sequence, context);
        return (Project(DropInputs(sequence, context)), (input, states) => Recur(input, states, factors));
    }

    /// <summary>The part of a step that depends on states.</summary>
    /// <param name="projected">What <see cref="Project"/> gave, [batch, gates · units].</param>
    /// <param name="states">The states.</param>
    /// <param name="factors">What the state is multiplied with before its product with the recurrent kernel, or null.</param>
    private protected abstract (Tensor Output, IReadOnlyList<Tensor> States) Recur(
        Tensor projected,
        IReadOnlyList<Tensor> states,
        Tensor? factors
    );

    /// <summary>The part of a step that depends on the input alone: its product with the kernel, plus bias.</summary>
    private protected virtual Tensor Project(Tensor input) => WithBias(LastAxis.Times(input, Kernel!), Bias?.Read());

    /// <summary>The sum with a vector, if there is one.</summary>
    private protected static Tensor WithBias(Tensor x, Tensor? bias) => bias is null ? x : Op.BiasAdd(x, bias);

    /// <summary>The state as the recurrent kernel sees it.</summary>
    private protected static Tensor Dropped(Tensor state, Tensor? factors) => factors is null ? state : state * factors;

    /// <summary>The inputs with some features dropped, the same at each step.</summary>
    internal Tensor DropInputs(Tensor input, CallContext context)
    {
        if (!context.Training || Arguments.Dropout is 0)
            return input;
        var shape = Length.ShapeTensor([Length.Of(input, -2), Length.Of(input, -1)]);
        return input * Drop.Factors(this, context, Arguments.Seed, Arguments.Dropout, shape, input.DType);
    }

    /// <summary>[batch, units] of factors for states, or null where nothing is dropped.</summary>
    private Tensor? RecurrentFactors(Tensor batched, CallContext context)
    {
        if (!context.Training || Arguments.RecurrentDropout is 0)
            return null;
        var shape = Length.ShapeTensor([Length.Of(batched, -2), Units]);
        return Drop.Factors(this, context, Arguments.Seed, Arguments.RecurrentDropout, shape, DType);
    }
}
