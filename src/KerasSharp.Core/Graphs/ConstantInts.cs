namespace KerasSharp.Graphs;

/// <summary>
/// The value of an integer tensor as far as the graph alone tells it: constants, shapes (with -1 where a length is unknown), and simple
/// arithmetic on them. This is how a shape computed from a shape keeps what is known.
/// </summary>
internal sealed class ConstantInts
{
    private const int LargestEvaluated = 1024;

    private static readonly ConstantInts OfGraph = new(tensor => tensor.Shape, _ => null);

    private readonly Func<Tensor, Shape> shapeOf;
    private readonly Func<Tensor, long[]?> givenOf;
    private readonly Dictionary<string, Func<Operation, long[]?>> rules;

    /// <summary>An evaluation where more may be known of shapes than the tensors say.</summary>
    /// <param name="shapeOf">The shape of a tensor.</param>
    /// <param name="givenOf">The value of a tensor that is given, such as a function's argument; null of others.</param>
    public ConstantInts(Func<Tensor, Shape> shapeOf, Func<Tensor, long[]?> givenOf)
    {
        (this.shapeOf, this.givenOf) = (shapeOf, givenOf);
        rules = Rules();
    }

    /// <summary>The elements in row order, -1 where not known; null where nothing is.</summary>
    public static long[]? Evaluate(Tensor tensor) => OfGraph.ValueOf(tensor);

    /// <inheritdoc cref="Evaluate"/>
    public long[]? ValueOf(Tensor tensor) =>
        tensor.DType is not (DType.Int32 or DType.Int64) ? null
        : rules.TryGetValue(tensor.Operation.Type, out var rule) ? rule(tensor.Operation)
        : givenOf(tensor);

    private Dictionary<string, Func<Operation, long[]?>> Rules() =>
        new(StringComparer.Ordinal)
        {
            ["Const"] = op => Const(op.Attributes.Get<TensorValue>("value")),
            ["Shape"] = op => shapeOf(op.Inputs[0]) is { HasRank: true } shape ? shape.ToArray() : null,
            ["Identity"] = op => ValueOf(op.Inputs[0]),
            ["Cast"] = op => op.Inputs[0].DType.IsInteger() ? ValueOf(op.Inputs[0]) : null,
            ["Reshape"] = op => ValueOf(op.Inputs[0]),
            ["ExpandDims"] = op => ValueOf(op.Inputs[0]),
            ["Squeeze"] = op => ValueOf(op.Inputs[0]),
            ["Pack"] = op => Join(op.Inputs),
            ["ConcatV2"] = op => Join([.. op.Inputs.SkipLast(1)]),
            ["StridedSlice"] = Slice,
            ["GatherV2"] = Gather,
            ["AddV2"] = op => Combine(op, (x, y) => x + y),
            ["Sub"] = op => Combine(op, (x, y) => x - y),
            ["Mul"] = op => Combine(op, (x, y) => x * y),
            ["FloorDiv"] = op => Combine(op, (x, y) => y == 0 ? -1 : (long)Math.Floor((double)x / y)),
            ["Maximum"] = op => Combine(op, Math.Max),
            ["Minimum"] = op => Combine(op, Math.Min),
            ["Prod"] = op =>
                ValueOf(op.Inputs[0]) is { } values ? [values.Contains(-1) ? -1 : values.Aggregate(1L, (x, y) => x * y)] : null,
        };

    private static long[]? Const(TensorValue value) => value.Shape.Size <= LargestEvaluated ? value.ToInts() : null;

    private long[]? Join(IReadOnlyList<Tensor> parts)
    {
        var joined = new List<long>();
        foreach (var part in parts)
        {
            var shape = shapeOf(part);
            if (shape.HasRank && shape.Rank > 1)
                return null;
            if (ValueOf(part) is { } values)
                joined.AddRange(values);
            else if (shape.IsDefined)
                joined.AddRange(Enumerable.Repeat(-1L, (int)shape.Size));
            else
                return null;
        }
        return [.. joined];
    }

    private long[]? Slice(Operation op)
    {
        if (
            shapeOf(op.Inputs[0]) is not { HasRank: true, Rank: 1 }
            || op.Attributes.Get<long>("ellipsis_mask") != 0
            || op.Attributes.Get<long>("new_axis_mask") != 0
        )
            return null;
        if (ValueOf(op.Inputs[0]) is not { } values)
            return null;
        if (ValueOf(op.Inputs[1]) is not [var begin] || ValueOf(op.Inputs[2]) is not [var end] || ValueOf(op.Inputs[3]) is not [var stride])
            return null;
        if (op.Attributes.Get<long>("shrink_axis_mask") == 1)
            return [values[begin < 0 ? begin + values.Length : begin]];
        if (stride != 1)
            return null;
        int from = op.Attributes.Get<long>("begin_mask") == 1 ? 0 : Clamp(begin, values.Length);
        int to = op.Attributes.Get<long>("end_mask") == 1 ? values.Length : Clamp(end, values.Length);
        return from < to ? values[from..to] : [];
    }

    private long[]? Gather(Operation op)
    {
        if (
            shapeOf(op.Inputs[0]) is not { HasRank: true, Rank: 1 }
            || ValueOf(op.Inputs[0]) is not { } values
            || ValueOf(op.Inputs[1]) is not { } indices
        )
            return null;
        return indices.All(index => index >= 0 && index < values.Length) ? [.. indices.Select(index => values[index])] : null;
    }

    private long[]? Combine(Operation op, Func<long, long, long> function)
    {
        if (ValueOf(op.Inputs[0]) is not { } x || ValueOf(op.Inputs[1]) is not { } y)
            return null;
        if (x.Length != y.Length && x.Length != 1 && y.Length != 1)
            return null;
        var result = new long[x.Length == 1 ? y.Length : x.Length];
        for (int i = 0; i < result.Length; i++)
        {
            long left = x[x.Length == 1 ? 0 : i];
            long right = y[y.Length == 1 ? 0 : i];
            result[i] = left == -1 || right == -1 ? -1 : function(left, right);
        }
        return result;
    }

    private static int Clamp(long index, int length) => (int)Math.Clamp(index < 0 ? index + length : index, 0, length);
}
