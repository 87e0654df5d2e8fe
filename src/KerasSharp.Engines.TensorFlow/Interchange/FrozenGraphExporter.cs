using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Engines.TensorFlow.Runtime;
using KerasSharp.Engines.TensorFlow.Translation;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>
/// Writes functions of ours as frozen graphs: TensorFlow's GraphDef with the variables' present values as constants, which any TensorFlow loads (in Python
/// <c>tf.compat.v1.import_graph_def</c>, here <see cref="FrozenGraph.Load"/>). It needs TensorFlow's library, whichever engine runs models.
/// </summary>
public static class FrozenGraphExporter
{
    /// <summary>
    /// Writes a function. Every input becomes a <c>Placeholder</c> and every output an <c>Identity</c> of the name given; a name that is taken gets a number
    /// (<c>x</c>, <c>x_1</c>), and letters that TensorFlow does not allow become <c>_</c>. The file is written beside its place and then moved there.
    /// </summary>
    /// <param name="path">A file that ends in <c>.pb</c> (binary) or <c>.pbtxt</c> (protobuf's text format); one that is there is replaced.</param>
    /// <param name="inputs">The function's placeholders with their names.</param>
    /// <param name="outputs">What it computes, with names.</param>
    /// <exception cref="ArgumentException">The path ends otherwise, an input is computed, or an output needs a placeholder that is no input.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="TensorFlowException">TensorFlow cannot write the graph: a GraphDef holds 2 GB at most.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public static void Export(
        string path,
        IReadOnlyList<(string Name, Tensor Tensor)> inputs,
        IReadOnlyList<(string Name, Tensor Tensor)> outputs
    )
    {
        GraphFile.CheckExtension(path);
        InputCheck.ArePlaceholders([.. inputs.Select(input => input.Tensor)]);
        _ = TensorFlowLibrary.Current;
        GraphFile.Write(path, Translate(inputs, outputs));
    }

    private static GraphDef Translate(
        IReadOnlyList<(string Name, Tensor Tensor)> inputs,
        IReadOnlyList<(string Name, Tensor Tensor)> outputs
    )
    {
        var results = outputs.Select(output => output.Tensor).ToArray();
        using var graph = new GraphTranslator();
        foreach (var (name, tensor) in inputs)
            graph.AddInput(tensor, name);
        var names = outputs.Select(output => graph.Reserve(output.Name)).ToArray();
        foreach (var variable in FunctionVariables.Of(results, []))
            Freeze(graph, variable);
        var values = graph.Translate(results);
        for (int i = 0; i < values.Length; i++)
            new GraphNode(graph.Graph, "Identity", names[i]).Input(values[i]).With("T", results[i].DType).Finish();
        // Those of loops within loops are not in the graph yet.
        foreach (var function in graph.Functions)
            function.CopyTo(graph.Graph);
        var definition = GraphSerialization.ToGraphDef(graph.Graph);
        GraphPruning.Prune(definition, names);
        return definition;
    }

    private static void Freeze(GraphTranslator graph, Variable variable)
    {
        using var value = HostTensors.Copy(TensorValue.From(variable.GetValue(), variable.DType));
        graph.Freeze(variable, value);
    }
}
