using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Formats.Protobuf;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Graphs of TensorFlow's library as messages.</summary>
internal static class GraphSerialization
{
    /// <summary>Adds a GraphDef to a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="graphDef">The GraphDef's bytes.</param>
    /// <param name="status">Tells afterwards for what TensorFlow refuses it.</param>
    public static void Import(GraphHandle graph, byte[] graphDef, StatusHandle status)
    {
        nint options = TF_NewImportGraphDefOptions();
        try
        {
            using var buffer = new BufferHandle(graphDef);
            TF_GraphImportGraphDef(graph, buffer, options, status);
        }
        finally
        {
            TF_DeleteImportGraphDefOptions(options);
        }
    }

    /// <summary>The graph with its functions and the version of its operations.</summary>
    /// <exception cref="TensorFlowException">It has more than 2 GB.</exception>
    public static GraphDef ToGraphDef(GraphHandle graph)
    {
        var status = StatusHandle.OfThread;
        using var buffer = new BufferHandle();
        TF_GraphToGraphDef(graph, buffer, status);
        status.Check("the graph to export");
        return GraphDef.Parser.ParseFrom(buffer.ToArray());
    }
}
