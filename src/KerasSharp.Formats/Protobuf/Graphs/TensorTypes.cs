namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>The types of a node's inputs or outputs in order, kept as runs, so that an absurd number of them costs nothing.</summary>
/// <param name="runs">How many tensors of which type follow each other.</param>
internal sealed class TensorTypes(IReadOnlyList<(DataType Type, long Count)> runs)
{
    /// <summary>The number of tensors.</summary>
    public long Count { get; } = runs.Sum(run => Math.Min(run.Count, int.MaxValue));

    /// <summary>The types of a node's arguments, or null where its attributes do not tell.</summary>
    /// <param name="arguments">The inputs or the outputs of its op.</param>
    /// <param name="node">The node.</param>
    /// <param name="op">Its op.</param>
    public static TensorTypes? Of(IReadOnlyList<OpArgument> arguments, NodeDef node, OpEntry op)
    {
        var runs = new List<(DataType, long)>();
        foreach (var argument in arguments)
        {
            long count = argument.NumberAttribute is { } number ? Value(number, node, op)?.I ?? -1 : 1;
            var types = argument.TypeAttribute is { } name ? Types(Value(name, node, op), argument.IsTypeList) : [argument.Type];
            if (count < 0 || types is null)
                return null;
            foreach (var type in types)
                runs.Add((argument.IsReference ? type.AsReference() : type, count));
        }
        return new TensorTypes(runs);
    }

    /// <summary>The type of a tensor by its index.</summary>
    public DataType this[long index]
    {
        get
        {
            int run = 0;
            for (; index >= runs[run].Count; run++)
                index -= runs[run].Count;
            return runs[run].Type;
        }
    }

    private static AttrValue? Value(string name, NodeDef node, OpEntry op) =>
        node.Attr.TryGetValue(name, out var value) ? value : op.Attributes.FirstOrDefault(attribute => attribute.Name == name)?.Default;

    private static IEnumerable<DataType>? Types(AttrValue? value, bool isList) =>
        value is null ? null
        : isList ? value.List?.Type
        : [value.Type];
}
