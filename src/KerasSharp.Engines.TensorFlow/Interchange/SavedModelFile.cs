using Google.Protobuf;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>What the file <c>saved_model.pb</c> of a SavedModel's folder tells.</summary>
internal static class SavedModelFile
{
    private const string FileName = "saved_model.pb";

    /// <summary>The graph with exactly these tags.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It is no SavedModel.</exception>
    /// <exception cref="ArgumentException">It has no graph with these tags.</exception>
    public static MetaGraphDef Read(string folder, IReadOnlyCollection<string> tags)
    {
        var graphs = Parse(folder).MetaGraphs;
        return graphs.FirstOrDefault(graph => graph.MetaInfoDef is { } info && tags.ToHashSet().SetEquals(info.Tags))
            ?? throw new ArgumentException(
                $"The SavedModel '{folder}' has no graph with the tags {Describe(tags)}. It has: {string.Join("; ", graphs.Select(graph => Describe(graph.MetaInfoDef?.Tags ?? [])))}.",
                nameof(tags)
            );
    }

    private static Formats.Protobuf.SavedModel Parse(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'; that of a SavedModel was expected.");
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            throw new InvalidDataException(
                $"The folder '{folder}' has no file {FileName}, so it is no SavedModel. Write one in Python with model.export or tf.saved_model.save."
            );
        try
        {
            using var stream = File.OpenRead(file);
            var model = Formats.Protobuf.SavedModel.Parser.WithDiscardUnknownFields(true).ParseFrom(stream);
            return model.MetaGraphs.Count > 0
                ? model
                : throw new InvalidDataException($"'{file}' holds no graphs: it is damaged or no SavedModel.");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"'{file}' is damaged or no SavedModel: {e.Message}", e);
        }
    }

    private static string Describe(IEnumerable<string> tags) => $"{{{string.Join(", ", tags.Select(tag => $"'{tag}'"))}}}";
}
