using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;
using KerasSharp.Engines.TensorFlow.Translation;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Functions of ours as a GraphDef whose variables are constants.</summary>
internal static class GraphExporter
{
    /// <summary>The GraphDef.</summary>
    /// <param name="context">Where the variables' values are.</param>
    /// <param name="inputs">Placeholders and their names.</param>
    /// <param name="outputs">What is computed, and the names it gets.</param>
    public static GraphDef Export(
        EagerContext context,
        IReadOnlyList<(string Name, Tensor Tensor)> inputs,
        IReadOnlyList<(string Name, Tensor Tensor)> outputs
    )
    {
        InputCheck.ArePlaceholders([.. inputs.Select(input => input.Tensor)]);
        var results = outputs.Select(output => output.Tensor).ToArray();
        using var graph = new GraphTranslator();
        foreach (var (name, tensor) in inputs)
            graph.AddInput(tensor, name);
        var names = outputs.Select(output => graph.Reserve(output.Name)).ToArray();
        Freeze(graph, context, FunctionVariables.Of(results, []));
        var values = graph.Translate(results);
        for (int i = 0; i < values.Length; i++)
            new GraphNode(graph.Graph, "Identity", names[i]).Input(values[i]).With("T", results[i].DType).Finish();
        var definition = GraphDef.Parser.ParseFrom(Serialize(graph));
        GraphPruning.Prune(definition, names);
        return definition;
    }

    private static void Freeze(GraphTranslator graph, EagerContext context, Variable[] variables)
    {
        VariableStorage.Initialize(context, variables);
        foreach (var variable in variables)
        {
            using var value = VariableStorage.Of(context, variable).ReadTensor(variable);
            graph.Freeze(variable, value);
        }
    }

    /// <summary>The graph with the functions that its loops call, those of loops within loops included.</summary>
    private static byte[] Serialize(GraphTranslator graph)
    {
        var status = StatusHandle.OfThread;
        foreach (var function in graph.Functions)
        {
            TensorFlowNative.TF_GraphCopyFunction(graph.Graph, function.Handle, 0, status);
            status.Check($"the function {function.Name}");
        }
        using var buffer = new BufferHandle();
        TensorFlowNative.TF_GraphToGraphDef(graph.Graph, buffer, status);
        status.Check("the graph to export");
        return buffer.ToArray();
    }
}
