using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.TextFormat;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Files of GraphDefs: binary, or protobuf's text format where they end in <c>.pbtxt</c>.</summary>
internal static class GraphDefFile
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
    public static void Write(string path, GraphDef graph)
    {
        var bytes = Has(path, Text) ? TextFormatWriter.ToUtf8(graph) : graph.ToByteArray();
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>The bytes of the GraphDef in a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The text is not that of a GraphDef.</exception>
    public static byte[] Read(string path)
    {
        CheckExtension(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{path}'; a frozen graph ({Binary} or {Text}) was expected.", path);
        if (!Has(path, Text))
            return File.ReadAllBytes(path);
        try
        {
            return TextFormatReader.Read<GraphDef>(File.ReadAllText(path)).ToByteArray();
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"'{path}' is no GraphDef as text: {e.Message}", e);
        }
    }

    /// <summary>The functions of a binary GraphDef.</summary>
    /// <param name="graphDef">The bytes.</param>
    /// <param name="path">Where they came from, for the error.</param>
    /// <exception cref="InvalidDataException">The bytes are not those of a GraphDef.</exception>
    public static GraphFunctions Functions(byte[] graphDef, string path)
    {
        try
        {
            return GraphFunctions.Parser.WithDiscardUnknownFields(true).ParseFrom(graphDef);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"'{path}' is no whole graph; a binary GraphDef was expected: {e.Message}", e);
        }
    }

    private static bool Has(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
