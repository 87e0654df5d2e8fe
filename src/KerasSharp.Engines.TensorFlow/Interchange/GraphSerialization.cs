using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Graphs of TensorFlow's library as messages.</summary>
internal static class GraphSerialization
{
    /// <summary>The graph with its functions and the version of its operations.</summary>
    /// <exception cref="TensorFlowException">It has more than 2 GB.</exception>
    public static GraphDef ToGraphDef(GraphHandle graph)
    {
        var status = StatusHandle.OfThread;
        using var buffer = new BufferHandle();
        TensorFlowNative.TF_GraphToGraphDef(graph, buffer, status);
        status.Check("the graph to export");
        return GraphDef.Parser.ParseFrom(buffer.ToArray());
    }
}
