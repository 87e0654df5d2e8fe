using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Takes out of a graph what no output needs, such as the results of a loop that nobody asked for.</summary>
internal static class GraphPruning
{
    /// <summary>Removes the operations that the outputs do not depend on; placeholders stay, as they are the function's arguments.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="outputs">The names of the operations to keep with all that they need.</param>
    public static void Prune(GraphDef graph, IEnumerable<string> outputs)
    {
        var nodes = graph.Node.ToDictionary(node => node.Name);
        var needed = new HashSet<string>();
        var open = new Stack<string>(outputs);
        while (open.TryPop(out var name))
            if (needed.Add(name))
                foreach (var input in nodes[name].Input)
                    open.Push(NodeOf(input));
        var kept = graph.Node.Where(node => node.Op == "Placeholder" || needed.Contains(node.Name)).ToArray();
        graph.Node.Clear();
        graph.Node.AddRange(kept);
    }

    /// <summary>The operation that an input names: <c>x</c>, <c>x:1</c>, or <c>^x</c> where it only comes before.</summary>
    private static string NodeOf(string input) => input.TrimStart('^').Split(':')[0];
}
