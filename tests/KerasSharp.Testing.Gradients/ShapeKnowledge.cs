namespace KerasSharp.Testing.Gradients;

/// <summary>When the shapes of a row's inputs become known.</summary>
internal enum ShapeKnowledge
{
    /// <summary>When the graph is built.</summary>
    Graph,

    /// <summary>When the engine makes a plan; the graph knows ranks alone.</summary>
    Plan,

    /// <summary>When a run has computed them from values.</summary>
    Run,
}
