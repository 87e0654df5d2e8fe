using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Graphs;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Finds functions that call themselves: TensorFlow puts functions in the place of their calls without end, until the process dies.</summary>
internal static class FunctionRecursion
{
    /// <summary>Checks the functions of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">The file, for the error.</param>
    /// <exception cref="InvalidDataException">A function calls itself, by way of others or not.</exception>
    public static void Check(GraphDef graph, string source)
    {
        var callees = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var function in graph.Library?.Function ?? [])
            callees[function.Signature?.Name ?? ""] = [.. function.NodeDef.SelectMany(Names).Distinct()];
        if (Recursive(callees) is { } name)
            throw new InvalidDataException($"'{source}' cannot be run: its function '{name}' calls itself.");
    }

    /// <summary>
    /// A function on a circle of calls, or null. Those whose callees are all done are done in turn; what is never done calls itself or one that does.
    /// </summary>
    private static string? Recursive(Dictionary<string, string[]> callees)
    {
        var waiting = callees.ToDictionary(pair => pair.Key, pair => pair.Value.Count(callees.ContainsKey), StringComparer.Ordinal);
        var callers = callees
            .SelectMany(pair => pair.Value.Where(callees.ContainsKey).Select(callee => (Caller: pair.Key, Callee: callee)))
            .ToLookup(call => call.Callee, call => call.Caller, StringComparer.Ordinal);
        var done = new Stack<string>(waiting.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (done.TryPop(out var name))
        {
            waiting.Remove(name);
            foreach (var caller in callers[name])
                if (--waiting[caller] == 0)
                    done.Push(caller);
        }
        return waiting.Count == 0 ? null : OnCircle(waiting.Keys.First(), callees, waiting);
    }

    /// <summary>From a function that is never done along those that are not either, until one comes again.</summary>
    private static string OnCircle(string name, Dictionary<string, string[]> callees, Dictionary<string, int> waiting)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Add(name))
            name = callees[name].First(waiting.ContainsKey);
        return name;
    }

    /// <summary>The functions that an operation may call: its op may be one, and its attributes name others.</summary>
    private static IEnumerable<string> Names(NodeDef node) => node.Attr.Values.SelectMany(AttributeKinds.FunctionsOf).Append(node.Op);
}
