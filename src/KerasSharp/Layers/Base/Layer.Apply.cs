using KerasSharp.Graphs;
using KerasSharp.Ops;
using KerasSharp.Topology;

namespace KerasSharp.Layers;

public abstract partial class Layer
{
    private readonly List<Node> inboundNodes = [];

    /// <summary>Where the layer was applied, a node each time.</summary>
    public IReadOnlyList<Node> InboundNodes => inboundNodes;

    /// <summary>Keras's names of keyword arguments of a call that hold tensors: they are further inputs here.</summary>
    internal virtual IReadOnlyList<string> TensorArguments => [];

    /// <summary>The computation, for a layer with one input and one output.</summary>
    /// <param name="inputs">The input.</param>
    /// <param name="context">Training or not, masks, updates, losses.</param>
    protected virtual Tensor Call(Tensor inputs, CallContext context) =>
        throw new NotSupportedException(
            $"Layer '{Name}' ({ClassName}) takes several inputs, or its class does not override Call. Apply it to a list of tensors."
        );

    /// <summary>The computation, for any number of inputs and outputs; passes a single one on by default.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="context">Training or not, masks, updates, losses.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="ArgumentException">Several inputs came, and the layer takes one.</exception>
    protected virtual IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context) =>
        inputs.Count == 1
            ? [Call(inputs[0], context)]
            : throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}) expects 1 input; {inputs.Count} tensors came. Merge them first, for example with Concatenate."
            );

    /// <summary>
    /// Applies the layer to a tensor. Outside a call this gives the tensor of a functional model; inside another layer's call it is part
    /// of that call.
    /// </summary>
    /// <param name="input">The tensor, batch first: of <see cref="Keras.Input"/> or of another layer.</param>
    /// <returns>The output, batch first.</returns>
    /// <exception cref="InvalidOperationException">The layer has several outputs; use <see cref="ApplyMany"/>.</exception>
    public Tensor Apply(Tensor input) => Single(ApplyMany([input]), nameof(ApplyMany));

    /// <summary>Applies the layer to several tensors.</summary>
    /// <param name="inputs">The tensors, batch first, in the order in which the layer takes them.</param>
    /// <returns>The output, batch first.</returns>
    public Tensor Apply(params IReadOnlyList<Tensor> inputs) => Single(ApplyMany(inputs), nameof(ApplyMany));

    /// <summary>Applies the layer to a tensor, with training or the mask set for this call.</summary>
    /// <param name="input">The tensor, batch first: of <see cref="Keras.Input"/> or of another layer.</param>
    /// <param name="arguments">What is set for this call.</param>
    /// <returns>The output, batch first.</returns>
    public Tensor Apply(Tensor input, CallArguments arguments) => Single(ApplyMany([input], arguments), nameof(ApplyMany));

    /// <summary>Applies the layer to a tensor as part of a given run.</summary>
    /// <param name="input">The tensor, batch first: of <see cref="Keras.Input"/> or of another layer.</param>
    /// <param name="context">The run.</param>
    /// <returns>The output, batch first.</returns>
    public Tensor Apply(Tensor input, CallContext context) => Single(Invoke([input], context), nameof(Invoke));

    /// <summary>Applies the layer to any number of tensors and gives all its outputs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="arguments">What is overridden for this call; nothing by default.</param>
    public IReadOnlyList<Tensor> ApplyMany(IReadOnlyList<Tensor> inputs, CallArguments? arguments = null)
    {
        if (CallContext.Current is { } running)
            return Invoke(inputs, running, arguments);
        var context = new CallContext();
        var outputs = Invoke(inputs, context, arguments);
        Record(inputs, outputs, arguments ?? CallArguments.None, context);
        return outputs;
    }

    /// <summary>Computes the layer as part of a run: checks the inputs, builds the layer if need be, calls it, and passes masks on.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="context">The run.</param>
    /// <param name="arguments">What is overridden for this call; nothing by default.</param>
    public IReadOnlyList<Tensor> Invoke(IReadOnlyList<Tensor> inputs, CallContext context, CallArguments? arguments = null)
    {
        context.Layer?.Track(this);
        CheckInputs(inputs);
        inputs = Prepare(inputs, context, arguments?.Mask);
        using var build = BuildScope.Inside(this);
        EnsureBuilt([.. inputs.Select(input => input.Shape)]);
        using var entry = context.Enter(this, arguments?.Training);
        using var scope = new NameScope(Name);
        var outputs = Call(inputs, context).Select(output => inputs.Contains(output) ? Op.Identity(output) : output).ToArray();
        SetOutputMasks(inputs, outputs, context);
        AddActivityLoss(outputs, context);
        return outputs;
    }

    /// <summary>Notes that the outputs come from this layer, as a functional model needs to know.</summary>
    private protected void Record(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, CallArguments arguments, CallContext context)
    {
        var node = new Node(this, inboundNodes.Count, inputs, outputs, arguments);
        inboundNodes.Add(node);
        for (int i = 0; i < outputs.Count; i++)
            KerasHistory.Set(outputs[i], new KerasHistory(node, i, context.Mask(outputs[i])));
    }

    /// <summary>The inputs in the layer's type; a mask given for this call stands on a tensor of its own.</summary>
    private Tensor[] Prepare(IReadOnlyList<Tensor> inputs, CallContext context, Tensor? mask)
    {
        var prepared = new Tensor[inputs.Count];
        for (int i = 0; i < prepared.Length; i++)
        {
            prepared[i] = CastInput(inputs[i]);
            if (i == 0 && mask is not null)
                context.SetMask(prepared[0] = Op.Identity(prepared[0]), mask);
            else if (prepared[i] != inputs[i] && context.Mask(inputs[i]) is { } inherited)
                context.SetMask(prepared[i], inherited);
        }
        return prepared;
    }

    private Tensor CastInput(Tensor input) => AutoCast && input.DType.IsFloating() ? Op.Cast(input, DType) : input;
}
