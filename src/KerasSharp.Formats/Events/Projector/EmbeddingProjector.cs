using KerasSharp.Formats.Protobuf.Projector;
using KerasSharp.Formats.Protobuf.TextFormat;

namespace KerasSharp.Formats.Events;

/// <summary>The configuration of TensorBoard's <c>projector</c>: the file <c>projector_config.pbtxt</c> in a log directory, and the tables it names.</summary>
public static class EmbeddingProjector
{
    private const string FileName = "projector_config.pbtxt";

    /// <summary>Writes the configuration and the tables of the embeddings that bring their values or labels along.</summary>
    /// <param name="logDirectory">The folder; paths of embeddings are relative to it.</param>
    /// <param name="embeddings">The embeddings.</param>
    /// <param name="checkpoint">The checkpoint that has the values of those without a table; null for the folder's latest.</param>
    /// <exception cref="ArgumentException">An embedding's values are no matrix, their number is not that of the labels, or it names a table and brings one too.</exception>
    public static void Write(string logDirectory, IEnumerable<ProjectedEmbedding> embeddings, string? checkpoint = null)
    {
        var config = new ProjectorConfig { ModelCheckpointPath = checkpoint ?? "" };
        config.Embeddings.AddRange(embeddings.Select(embedding => EmbeddingFiles.Write(logDirectory, embedding)));
        AtomicFile.Write(Path.Combine(logDirectory, FileName), (Stream stream) => TextFormatWriter.Write(config, stream));
    }

    /// <summary>Reads the configuration. The tables it names are not read.</summary>
    /// <param name="logDirectory">The folder.</param>
    /// <exception cref="FileFormatException">The file is no such configuration.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static IReadOnlyList<ProjectedEmbedding> Read(string logDirectory)
    {
        var path = Path.Combine(logDirectory, FileName);
        return [.. TextFormatReader.Read<ProjectorConfig>(File.ReadAllText(path), path).Embeddings.Select(FromMessage)];
    }

    private static ProjectedEmbedding FromMessage(EmbeddingInfo message) =>
        new(message.TensorName)
        {
            TensorPath = OrNull(message.TensorPath),
            MetadataPath = OrNull(message.MetadataPath),
            SpritePath = OrNull(message.Sprite?.ImagePath ?? ""),
            SpriteSize = message.Sprite?.SingleImageDim is [var width, var height, ..] ? ((int)width, (int)height) : default,
        };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
