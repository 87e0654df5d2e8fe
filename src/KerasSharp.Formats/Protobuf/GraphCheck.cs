using KerasSharp.Formats.Protobuf.Graphs;

namespace KerasSharp.Formats.Protobuf;

/// <summary>
/// Tells whether TensorFlow would import a graph, without TensorFlow: names, ops, inputs and their types, attributes, cycles, versions, by the ops of
/// TensorFlow 2.21 and the graph's own functions. Shapes are not looked at, nor what only fails when it runs, such as a constant with too few bytes.
/// </summary>
public static class GraphCheck
{
    /// <summary>What is wrong with a graph, in the order of its nodes; nothing where it can be imported.</summary>
    /// <param name="graph">The graph.</param>
    public static IReadOnlyList<GraphProblem> Find(GraphDef graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new GraphChecker(graph).Check();
    }

    /// <summary>Refuses a graph that TensorFlow would refuse.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="file">Where it came from, for the error.</param>
    /// <exception cref="FileFormatException">The graph has a problem; the message tells the first and the number of all.</exception>
    public static void ThrowIfInvalid(GraphDef graph, string file)
    {
        var problems = Find(graph);
        if (problems.Count == 0)
            return;
        var others = problems.Count == 1 ? "" : $" ({problems.Count - 1} more problems: see GraphCheck.Find)";
        throw new FileFormatException(
            file,
            problems[0].Node.Length == 0 ? "" : $"node '{problems[0].Node}'",
            $"{problems[0].Message}{others}"
        );
    }
}
