namespace KerasSharp.Formats.Protobuf;

/// <summary>Files of graphs, TensorFlow's GraphDef: binary, or protobuf's text format where the name ends in <c>.pbtxt</c>, <c>.prototxt</c> or <c>.txt</c>.</summary>
/// <remarks>Reading looks at the form only; <see cref="GraphCheck"/> tells whether TensorFlow would take the graph.</remarks>
public static class GraphDefFile
{
    private const string What = "a GraphDef";

    /// <summary>Reads a graph. An empty file is an empty graph.</summary>
    /// <param name="path">The file; its ending tells the form.</param>
    /// <exception cref="FileFormatException">The file is no GraphDef.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static GraphDef Read(string path) => ProtobufFile.ReadEither<GraphDef>(path, What);

    /// <summary>Reads a graph from its binary form.</summary>
    /// <param name="bytes">The whole GraphDef.</param>
    /// <param name="name">Where they came from, for errors.</param>
    /// <exception cref="FileFormatException">They are no GraphDef.</exception>
    public static GraphDef Parse(byte[] bytes, string name = "the bytes of a graph") => ProtobufFile.Parse<GraphDef>(bytes, name, What);

    /// <summary>Writes a graph; the file is whole or not there.</summary>
    /// <param name="path">The file; its ending tells the form.</param>
    /// <param name="graph">The graph.</param>
    public static void Write(string path, GraphDef graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ProtobufFile.Write(path, graph);
    }
}
