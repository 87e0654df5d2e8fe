namespace KerasSharp.Formats.Protobuf;

/// <summary>What a graph holds, at a glance.</summary>
/// <param name="Nodes">A line a node, in order: <c>name = Op(input, other:1, ^control)</c>.</param>
/// <param name="Functions">The names of its functions, in order.</param>
/// <param name="Producer">The graph version of the TensorFlow that wrote it.</param>
/// <param name="MinConsumer">The least graph version of a TensorFlow that can read it.</param>
public sealed record GraphSummary(IReadOnlyList<string> Nodes, IReadOnlyList<string> Functions, int Producer, int MinConsumer)
{
    /// <summary>Sums up a graph.</summary>
    /// <param name="graph">The graph.</param>
    public static GraphSummary Of(GraphDef graph) =>
        new(
            [.. graph.Node.Select(node => $"{node.Name} = {node.Op}({string.Join(", ", node.Input)})")],
            [.. (graph.Library?.Function ?? []).Select(function => function.Signature?.Name ?? "")],
            graph.Versions?.Producer ?? 0,
            graph.Versions?.MinConsumer ?? 0
        );

    /// <summary>All of it, a line a node and a function.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            [
                $"graph version {Producer} (readable from {MinConsumer} on), {Nodes.Count} nodes, {Functions.Count} functions",
                .. Nodes,
                .. Functions.Select(function => $"function {function}"),
            ]
        );
}
