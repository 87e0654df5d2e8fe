namespace KerasSharp.Formats.Protobuf;

/// <summary>Something for which TensorFlow would refuse a graph.</summary>
/// <param name="Node">The node's name; empty for the graph as a whole.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
public sealed record GraphProblem(string Node, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Node.Length == 0 ? Message : $"node '{Node}': {Message}";
}
