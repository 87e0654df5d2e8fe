namespace KerasSharp.Layers;

/// <summary>
/// One step of a recurrent layer: from an input and states to an output and new states. A cell of one's own overrides <see cref="Step"/>
/// and goes into an <see cref="RNN"/>.
/// </summary>
public abstract class RecurrentCell : Layer
{
    /// <summary>A cell of the given name.</summary>
    protected RecurrentCell(string? name = null)
        : base(name) { }

    /// <summary>The length of each state vector.</summary>
    public abstract IReadOnlyList<int> StateSizes { get; }

    /// <summary>The length of the output vector; that of the first state by default.</summary>
    public virtual int OutputSize => StateSizes[0];

    /// <summary>Computes one step.</summary>
    /// <param name="input">[batch, features].</param>
    /// <param name="states">[batch, size] each.</param>
    /// <param name="context">The run.</param>
    protected internal abstract (Tensor Output, IReadOnlyList<Tensor> States) Step(
        Tensor input,
        IReadOnlyList<Tensor> states,
        CallContext context
    );

    /// <summary>
    /// Computes for all steps at once what does not depend on states, and gives the rest of a step as a function. By default nothing is
    /// computed beforehand.
    /// </summary>
    /// <param name="sequence">[time, batch, features].</param>
    /// <param name="context">The run.</param>
    internal virtual (Tensor Sequence, CellStep Step) Prepare(Tensor sequence, CallContext context) =>
        (sequence, (input, states) => Step(input, states, context));

    /// <summary>One step as a layer: inputs and outputs are the vector and the states.</summary>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        if (inputs.Count != StateSizes.Count + 1)
            throw new ArgumentException(
                $"Cell '{Name}' ({ClassName}) expects an input and {StateSizes.Count} states; {inputs.Count} tensors came."
            );
        var (output, states) = Step(inputs[0], [.. inputs.Skip(1)], context);
        return [output, .. states];
    }
}
