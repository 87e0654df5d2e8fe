namespace KerasSharp.Graphs;

/// <summary>The shapes of an op's outputs, from what is known of its inputs.</summary>
public delegate Shape[] ShapeRule(InferenceContext context);

/// <summary>An op of TensorFlow: its signature and the rule for the shapes of its outputs.</summary>
public sealed class OpDefinition
{
    /// <summary>An op from a signature line (see <see cref="OpSignature"/>) and a shape rule.</summary>
    internal OpDefinition(string signature, ShapeRule inferShapes)
    {
        (Name, Inputs, Outputs, Attributes) = OpSignature.Parse(signature);
        InferShapes = inferShapes;
    }

    /// <summary>TensorFlow's name of the op.</summary>
    public string Name { get; }

    /// <summary>The inputs in order.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; }

    /// <summary>The outputs in order.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; }

    /// <summary>The attributes.</summary>
    public IReadOnlyList<AttributeDefinition> Attributes { get; }

    /// <summary>The rule for the shapes of the outputs.</summary>
    public ShapeRule InferShapes { get; }

    /// <summary>True where inputs are broadcast against each other, so that gradients must be summed back.</summary>
    public bool Broadcasts { get; init; }

    /// <summary>True where two calls with equal inputs may differ or where a call changes something.</summary>
    public bool IsStateful { get; init; }

    /// <summary>
    /// For a composite that is no op of TensorFlow: what it means in ops that are. An engine without a kernel of its own replaces the
    /// operation by the tensors this returns.
    /// </summary>
    public Func<Operation, IReadOnlyList<Tensor>>? Decompose { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
