using Google.Protobuf;
using KerasSharp.Formats;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Files of graphs as TensorFlow's library takes and gives them: bytes of a GraphDef.</summary>
internal static class GraphFile
{
    private const string Binary = ".pb";
    private const string Text = ".pbtxt";

    /// <summary>Checks that a path says which of the two formats is meant.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void CheckExtension(string path)
    {
        if (!Has(path, Binary) && !Has(path, Text))
            throw new ArgumentException($"'{path}' must end in {Binary} for a binary graph, or in {Text} for one as text.", nameof(path));
    }

    /// <summary>Writes the file beside its place and moves it there.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void Write(string path, GraphDef graph)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}' to write the graph '{path}' into.");
        GraphDefFile.Write(path, graph);
    }

    /// <summary>The GraphDef in a file and its bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no GraphDef, or not one that TensorFlow would take.</exception>
    public static (byte[] Bytes, GraphDef Graph) Read(string path)
    {
        CheckExtension(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{path}'; a frozen graph ({Binary} or {Text}) was expected.", path);
        try
        {
            bool isText = Has(path, Text);
            var bytes = isText ? [] : File.ReadAllBytes(path);
            var graph = isText ? GraphDefFile.Read(path) : GraphDefFile.Parse(bytes, path);
            // TensorFlow ends the process over some of the graphs that it should refuse.
            GraphCheck.ThrowIfInvalid(graph, path);
            return (isText ? graph.ToByteArray() : bytes, graph);
        }
        catch (FileFormatException e)
        {
            throw new InvalidDataException($"{e.Message} A frozen graph was expected, a GraphDef.", e);
        }
    }

    private static bool Has(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
