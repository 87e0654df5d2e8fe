namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>Finds cycles in a graph. Only a loop's may be there, from a NextIteration back to a Merge.</summary>
internal static class GraphCycle
{
    /// <summary>A node that waits for itself, or null. All inputs must name nodes.</summary>
    public static string? Find(GraphDef graph)
    {
        var loops = graph.Node.Where(node => node.Op is "NextIteration" or "RefNextIteration").Select(node => node.Name).ToHashSet();
        var waiting = graph.Node.ToDictionary(node => node.Name, node => Waits(node, loops), StringComparer.Ordinal);
        var consumers = graph
            .Node.SelectMany(node => node.Input.Select(input => (Source: NodeNames.Parse(input).Node, node.Name)))
            .ToLookup(edge => edge.Source, edge => edge.Name, StringComparer.Ordinal);
        var ready = new Stack<string>(waiting.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        int done = 0;
        for (; ready.TryPop(out var name); done++)
            foreach (var consumer in consumers[name])
                if (--waiting[consumer] == 0)
                    ready.Push(consumer);
        return done == waiting.Count ? null : waiting.First(pair => pair.Value > 0).Key;
    }

    /// <summary>For how many inputs a node waits: a loop's Merge only for its controls and one value.</summary>
    private static int Waits(NodeDef node, HashSet<string> loops) =>
        node.Op is "Merge" or "RefMerge" && node.Input.Any(input => loops.Contains(NodeNames.Parse(input).Node))
            ? node.Input.Count(NodeNames.IsControl) + 1
            : node.Input.Count;
}
