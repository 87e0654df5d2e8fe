using KerasSharp.Engines.TensorFlow.Native;

namespace KerasSharp.Engines.TensorFlow.Translation;

/// <summary>The writes at the end of a function.</summary>
internal static class VariableUpdates
{
    private static readonly HashSet<string> Views =
    [
        "Identity",
        "StopGradient",
        "Reshape",
        "Squeeze",
        "ExpandDims",
        "Snapshot",
        "IdentityN",
    ];

    /// <summary>Adds the writes: each after all reads, so that every read sees the value from before the call.</summary>
    /// <param name="graph">The graph of the function.</param>
    /// <param name="updates">Variables and their new values.</param>
    /// <param name="values">TensorFlow's tensors for the values.</param>
    /// <returns>The operations that must run.</returns>
    public static nint[] Add(
        GraphTranslator graph,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates,
        ReadOnlySpan<GraphOutput> values
    )
    {
        var writes = new nint[updates.Count];
        for (int i = 0; i < writes.Length; i++)
        {
            var (variable, value) = updates[i];
            var stored = IsView(value) ? Copy(graph, value, values[i]) : values[i];
            var node = graph
                .Node("AssignVariableOp", $"{variable.Name}/Assign")
                .Input(graph.Resource(variable))
                .Input(stored)
                .With("dtype", variable.DType);
            foreach (nint read in graph.Reads)
                node.After(read);
            writes[i] = node.Finish();
        }
        return writes;
    }

    /// <summary>Whether the value's memory is a placeholder's, hence the caller's, or another variable's.</summary>
    private static bool IsView(Tensor value)
    {
        while (Views.Contains(value.Operation.Type))
            value = value.Operation.Inputs[value.Operation.Type == "IdentityN" ? value.Index : 0];
        return value.Operation.Type is "Placeholder" or "ReadVariableOp";
    }

    private static GraphOutput Copy(GraphTranslator graph, Tensor value, GraphOutput native) =>
        new(graph.Node("DeepCopy", "copy").Input(native).With("T", value.DType).Finish(), 0);
}
