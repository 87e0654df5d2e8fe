using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>
/// Files of one graph with its signatures, collections and saver, TensorFlow's MetaGraphDef: what a Saver lays beside a checkpoint (<c>model.ckpt.meta</c>), and
/// <c>export_meta_graph</c> writes. Binary, or protobuf's text format where the name ends in <c>.pbtxt</c>, <c>.prototxt</c> or <c>.txt</c>.
/// </summary>
public static class MetaGraphFile
{
    private const string Extension = ".meta";

    /// <summary>Reads a graph. The variables are those of the checkpoint beside it: <c>model.ckpt.index</c> for <c>model.ckpt.meta</c>.</summary>
    /// <param name="path">The file; its ending tells the form.</param>
    /// <exception cref="FileFormatException">The file is no MetaGraphDef.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SavedModelGraph Read(string path)
    {
        var message = ProtobufFile.ReadEither<MetaGraphDef>(path, "a MetaGraphDef");
        if (message.GraphDef is null)
            throw new FileFormatException(path, "", "it holds no graph: a MetaGraphDef was expected, such as a file 'model.ckpt.meta'.");
        var prefix = path.EndsWith(Extension, StringComparison.Ordinal) ? path[..^Extension.Length] : path;
        return new SavedModelGraph(new GraphSource(Path.GetDirectoryName(Path.GetFullPath(path))!, path, prefix), message);
    }

    /// <summary>Writes a graph that was read, from such a file or from a SavedModel; the file is whole or not there.</summary>
    /// <param name="path">The file; its ending tells the form.</param>
    /// <param name="graph">The graph.</param>
    public static void Write(string path, SavedModelGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ProtobufFile.Write(path, graph.Message);
    }
}
