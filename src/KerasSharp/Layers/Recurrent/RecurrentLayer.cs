using KerasSharp.Ops;
using KerasSharp.Saving;
using NumSharp;

namespace KerasSharp.Layers;

/// <summary>What the layers that carry states along a sequence [batch, time, …] have in common. Further inputs are the initial states.</summary>
public abstract partial class RecurrentLayer : Layer
{
    private Variable[] stateVariables = [];

    private protected RecurrentLayer(RecurrentCell cell, RecurrentOptions options, string? name)
        : base(name)
    {
        (Cell, Options, SupportsMasking) = (Track(this.NotNull(cell)), options, true);
        InputSpecs = [new InputSpec { MinRank = 3 }];
    }

    /// <summary>The cell that computes one step.</summary>
    public RecurrentCell Cell { get; }

    /// <summary>Whether the output of every step is given.</summary>
    public bool ReturnSequences => Options.ReturnSequences;

    /// <summary>Whether the final states are further outputs.</summary>
    public bool ReturnState => Options.ReturnState;

    /// <summary>Whether the sequence is gone through from its end.</summary>
    public bool GoBackwards => Options.GoBackwards;

    /// <summary>Whether states carry over from batch to batch.</summary>
    public bool Stateful => Options.Stateful;

    /// <summary>How the layer goes along its sequence.</summary>
    internal RecurrentOptions Options { get; }

    /// <summary>Sets the states that carry over to zeros.</summary>
    public void ResetStates()
    {
        foreach (var state in stateVariables)
            state.SetValue(np.zeros(new NumSharp.Shape(state.Shape.ToArray()), state.DType.ClrType()!));
    }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(Options.ToConfig());

    /// <inheritdoc/>
    internal override IReadOnlyList<string> TensorArguments => ["initial_state"];

    /// <inheritdoc/>
    protected sealed override void Build(IReadOnlyList<Shape> inputShapes)
    {
        var shape = inputShapes[0];
        BuildCell(Shape.Of(shape[0]).Concat(shape.Slice(2)));
        InputSpecs =
        [
            new InputSpec
            {
                Rank = shape.Rank,
                Axes = new Dictionary<int, long> { [-1] = shape[-1] },
            },
        ];
        if (!Stateful)
            return;
        if (shape[0] < 0)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}) is stateful, so its batch size must be fixed; the input is {shape}. Give it with Keras.Input(shape, batchSize: …)."
            );
        stateVariables =
        [
            .. Cell.StateSizes.Select(size => new Variable("rnn_state", Zeros([shape[0], size]), trainable: false)
            {
                Path = $"{Name}/rnn_state",
            }),
        ];
    }

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        CheckCall(inputs);
        var sequence = SwapTime(inputs[0]);
        var states = inputs.Count > 1 ? [.. inputs.Skip(1)] : InitialStates(inputs[0], context);
        var result = context.Mask(inputs[0]) is { } mask
            ? RunMasked(sequence, Op.ExpandDims(SwapTime(mask), -1), states, context)
            : RunFused(sequence, states, context) ?? Run(sequence, states, context);
        for (int i = 0; i < stateVariables.Length; i++)
            context.Update(stateVariables[i], result.States[i]);
        var output = ReturnSequences ? SwapTime(GoBackwards ? Op.ReverseV2(result.Steps, 0) : result.Steps) : result.Last;
        return ReturnState ? [output, .. result.States] : [output];
    }

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) =>
        ReturnSequences ? [masks[0]] : [];

    /// <summary>Builds the cell for steps of the shape.</summary>
    private protected virtual void BuildCell(Shape stepShape) => Cell.EnsureBuilt(stepShape);

    private IReadOnlyList<Tensor> InitialStates(Tensor sequence, CallContext context) =>
        Stateful
            ? [.. stateVariables.Select(context.Read)]
            : [.. Cell.StateSizes.Select(size => Op.Fill(Length.ShapeTensor([Length.Of(sequence, 0), size]), Op.Constant(0, DType)))];

    private void CheckCall(IReadOnlyList<Tensor> inputs)
    {
        if (inputs.Count != 1 && inputs.Count != 1 + Cell.StateSizes.Count)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}) expects a sequence, alone or with {Cell.StateSizes.Count} initial states; {inputs.Count} tensors came."
            );
        if (Options.Unroll && inputs[0].Shape[1] < 0)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}) has unroll: true, so the number of steps must be known; the input is {inputs[0].Shape}. Give the input's length, or leave unroll out."
            );
        if (stateVariables.Length > 0 && inputs[0].Shape[0] >= 0 && inputs[0].Shape[0] != stateVariables[0].Shape[0])
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}) is stateful with batches of {stateVariables[0].Shape[0]}; a batch of {inputs[0].Shape[0]} came."
            );
    }

    private Tensor Zeros(Shape shape) => Op.Fill(Op.Ints(shape.Dims), Op.Constant(0, DType));

    /// <summary>Batch and time change places.</summary>
    private static Tensor SwapTime(Tensor x) => Op.Transpose(x, [1, 0, .. Enumerable.Range(2, x.Rank - 2).Select(axis => (long)axis)]);
}
