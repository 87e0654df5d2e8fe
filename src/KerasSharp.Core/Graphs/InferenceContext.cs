namespace KerasSharp.Graphs;

/// <summary>What a shape rule may ask: shapes, types, attributes, and the values of inputs that are constant.</summary>
public sealed class InferenceContext
{
    private readonly Shape[] shapes;
    private readonly DType[] dtypes;
    private readonly Func<int, long[]?> constants;
    private readonly Func<int, bool> isExact;

    internal InferenceContext(OpDefinition definition, Attributes attributes, IReadOnlyList<Tensor> inputs)
        : this(
            definition,
            attributes,
            [.. inputs.Select(input => input.Shape)],
            [.. inputs.Select(input => input.DType)],
            index => ConstantInts.Evaluate(inputs[index]),
            index => inputs[index].Operation.Type == "Const"
        ) { }

    /// <summary>A context over given shapes.</summary>
    /// <param name="definition">The op.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="shapes">The shapes of the inputs.</param>
    /// <param name="dtypes">The types of the inputs.</param>
    /// <param name="constants">The value of an integer input in row order, -1 for an element that is not known, or null.</param>
    /// <param name="isExact">Whether -1 in an integer input is its value and no sign that it is not known; always, by default.</param>
    internal InferenceContext(
        OpDefinition definition,
        Attributes attributes,
        Shape[] shapes,
        DType[] dtypes,
        Func<int, long[]?> constants,
        Func<int, bool>? isExact = null
    ) =>
        (Definition, Attributes, this.shapes, this.dtypes, this.constants, this.isExact) = (
            definition,
            attributes,
            shapes,
            dtypes,
            constants,
            isExact ?? (_ => true)
        );

    /// <summary>The op.</summary>
    public OpDefinition Definition { get; }

    /// <summary>The attributes.</summary>
    public Attributes Attributes { get; }

    /// <summary>The number of input tensors.</summary>
    public int InputCount => shapes.Length;

    /// <summary>The shape of an input.</summary>
    public Shape Shape(int index) => shapes[index];

    /// <summary>The type of an input.</summary>
    public DType DType(int index) => dtypes[index];

    /// <summary>An attribute.</summary>
    public T Attr<T>(string name) => Attributes.Get<T>(name);

    /// <summary>The value of an integer input, or null where it is not constant. Of a computed shape, elements that depend on the batch are -1.</summary>
    public long[]? Ints(int index) => constants(index);

    /// <summary>
    /// The elements of an integer input in row order, null for one that is not known; null where none is. Where -1 has a meaning of its own
    /// this tells it from an unknown element, which <see cref="Ints"/> does not.
    /// </summary>
    public long?[]? Elements(int index)
    {
        if (constants(index) is not { } values)
            return null;
        bool exact = isExact(index);
        return [.. values.Select(value => exact || value != -1 ? value : (long?)null)];
    }

    /// <summary>The shape of an input, which must have the rank.</summary>
    /// <exception cref="ShapeException">It has another.</exception>
    public Shape WithRank(int index, int rank)
    {
        var shape = shapes[index];
        if (!shape.HasRank)
            return KerasSharp.Shape.OfRank(rank);
        return shape.Rank == rank ? shape : throw new ShapeException($"input {index} must have rank {rank}, but its shape is {shape}");
    }
}
