using System.Text;
using Google.Protobuf;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>Graphs of models and of computations, TensorBoard's <c>graphs</c>.</summary>
public static class GraphSummaries
{
    /// <summary>What stands beside a graph's value; TensorBoard looks at the plugin only.</summary>
    private static readonly byte[] Content = "1"u8.ToArray();

    /// <summary>Writes the run's graph, as <c>tf.summary.graph</c>. A run shows one.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="graphDef">A GraphDef as bytes.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Graph(this EventFileWriter writer, ReadOnlySpan<byte> graphDef) =>
        writer.Write(new Event { GraphDef = ByteString.CopyFrom(graphDef) });

    /// <summary>Writes the run's graph, as <c>tf.summary.graph</c>. A run shows one.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="graph">The graph.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Graph(this EventFileWriter writer, GraphDef graph) => writer.Graph(graph.ToByteArray());

    /// <summary>Writes the run's graph with what TensorFlow 1 keeps beside one.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="metaGraphDef">A MetaGraphDef as bytes.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void MetaGraph(this EventFileWriter writer, ReadOnlySpan<byte> metaGraphDef) =>
        writer.Write(new Event { MetaGraphDef = ByteString.CopyFrom(metaGraphDef) });

    /// <summary>Writes a Keras model as its conceptual graph, a node a layer.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="modelJson">The model's configuration as JSON, as <c>model.to_json()</c>.</param>
    /// <param name="step">The step.</param>
    /// <param name="tag">The graph's name; Keras's is <c>keras</c>.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void KerasModel(this EventFileWriter writer, string modelJson, long step = 0, string tag = "keras") =>
        Write(writer, tag, "graph_keras_model", Encoding.UTF8.GetBytes(modelJson), step);

    /// <summary>Writes what running the graph once cost, as <c>tf.summary.experimental.run_metadata</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The run's name, such as <c>step 10</c>.</param>
    /// <param name="runMetadata">A RunMetadata as bytes.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void RunMetadata(this EventFileWriter writer, string tag, byte[] runMetadata, long step) =>
        Write(writer, tag, "graph_run_metadata", runMetadata, step);

    /// <summary>Writes the graphs of a traced function, as <c>tf.summary.trace_export</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The function's name.</param>
    /// <param name="runMetadata">A RunMetadata with function graphs, as bytes.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void FunctionGraphs(this EventFileWriter writer, string tag, byte[] runMetadata, long step) =>
        Write(writer, tag, "graph_run_metadata_graph", runMetadata, step);

    private static void Write(EventFileWriter writer, string tag, string plugin, byte[] value, long step) =>
        writer.Write(tag, TensorValue.FromStrings(Shape.Scalar, [value]), step, new SummaryMetadata(plugin, Content));
}
