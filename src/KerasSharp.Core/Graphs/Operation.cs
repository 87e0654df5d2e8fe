namespace KerasSharp.Graphs;

/// <summary>
/// A node of a graph: an op applied to tensors. It never changes, and it refers only to its inputs: there is no graph object that owns
/// it, and a node that nothing refers to is garbage like any other object.
/// </summary>
public sealed class Operation
{
    private Operation(OpDefinition definition, IReadOnlyList<Tensor> inputs, Attributes attributes, string? name)
    {
        (Definition, Inputs, Attributes) = (definition, [.. inputs], attributes);
        Name = NameScope.Qualify(name ?? definition.Name);
        Outputs = [];
    }

    /// <summary>The op.</summary>
    public OpDefinition Definition { get; }

    /// <summary>TensorFlow's name of the op.</summary>
    public string Type => Definition.Name;

    /// <summary>The inputs, list arguments laid out one after the other.</summary>
    public IReadOnlyList<Tensor> Inputs { get; }

    /// <summary>The attributes, defaults and types included.</summary>
    public Attributes Attributes { get; }

    /// <summary>A hint for people and exporters; not unique.</summary>
    public string Name { get; }

    /// <summary>The outputs.</summary>
    public IReadOnlyList<Tensor> Outputs { get; private set; }

    /// <summary>
    /// Applies an op: fills in default attributes and those that follow from the inputs, checks types, and infers the outputs.
    /// </summary>
    /// <param name="definition">The op.</param>
    /// <param name="inputs">The inputs, list arguments laid out one after the other.</param>
    /// <param name="attributes">Attributes that are not to have their default.</param>
    /// <param name="name">A name hint.</param>
    /// <exception cref="ArgumentException">The inputs do not fit the op; the message says which and why.</exception>
    public static Operation Create(
        OpDefinition definition,
        IReadOnlyList<Tensor> inputs,
        Attributes? attributes = null,
        string? name = null
    )
    {
        attributes ??= [];
        // A copy: the operation must not change when the caller's list does.
        inputs = [.. inputs];
        ArgumentBinding.Resolve(definition, inputs, attributes);
        var operation = new Operation(definition, inputs, attributes, name);
        var shapes = operation.Infer();
        var dtypes = ArgumentBinding.OutputTypes(definition, attributes, shapes.Length);
        operation.Outputs = [.. shapes.Select((shape, i) => new Tensor(operation, i, dtypes[i], shape))];
        return operation;
    }

    private Shape[] Infer()
    {
        try
        {
            return Definition.InferShapes(new InferenceContext(Definition, Attributes, Inputs));
        }
        catch (ShapeException e)
        {
            var given = string.Join(", ", Inputs.Select(input => $"{input.DType.Name()}{input.Shape}"));
            throw new ArgumentException($"{Name}: {e.Message} (op {Type} on {given})", e);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {Type}({string.Join(", ", Inputs.Select(input => input.Name))})";
}
