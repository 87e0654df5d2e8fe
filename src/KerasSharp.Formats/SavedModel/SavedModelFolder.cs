using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Protobuf;
using Message = KerasSharp.Formats.Protobuf.SavedModel;

namespace KerasSharp.Formats.SavedModel;

/// <summary>A SavedModel, read without TensorFlow: its graphs with their signatures, objects and functions, its variables, Keras's configuration, its assets.</summary>
/// <remarks>Keras writes one by <c>model.export("folder")</c>, Keras 2 also by <c>model.save("folder")</c>. To run one, use the TensorFlow engine's SavedModel.</remarks>
public sealed class SavedModelFolder
{
    internal const string BinaryName = "saved_model.pb";
    internal const string TextName = "saved_model.pbtxt";
    internal const string VariablesFolder = "variables";

    private readonly GraphSource source;
    private readonly Lazy<KerasMetadata?> metadata;
    private readonly Lazy<SavedModelFingerprint?> fingerprint;

    private SavedModelFolder(string folder, string file, Message message)
    {
        (Folder, SchemaVersion) = (folder, message.SavedModelSchemaVersion);
        source = new GraphSource(folder, file, VariablesOf(folder));
        metadata = new Lazy<KerasMetadata?>(() => KerasMetadata.Read(folder, message));
        fingerprint = new Lazy<SavedModelFingerprint?>(() => SavedModelFingerprint.Read(folder));
        Graphs = [.. message.MetaGraphs.Select(graph => new SavedModelGraph(source, graph))];
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The version of the form; 1 is the only one so far.</summary>
    public long SchemaVersion { get; }

    /// <summary>The graphs: one of TensorFlow 2, one or more of TensorFlow 1, told apart by their tags.</summary>
    public IReadOnlyList<SavedModelGraph> Graphs { get; }

    /// <summary>The variables' values; null where the model has no folder of variables.</summary>
    /// <exception cref="FileFormatException">The checkpoint is damaged.</exception>
    public Checkpoint? Checkpoint => source.Checkpoint;

    /// <summary>What Keras 2 tells of the model and its layers; null where the model was not written by Keras 2.</summary>
    /// <exception cref="FileFormatException">The file is damaged.</exception>
    public KerasMetadata? KerasMetadata => metadata.Value;

    /// <summary>Hashes of the model's parts; null where the writer laid none there.</summary>
    /// <exception cref="FileFormatException">The file is damaged.</exception>
    public SavedModelFingerprint? Fingerprint => fingerprint.Value;

    /// <summary>Opens a SavedModel.</summary>
    /// <param name="folder">The folder of <c>saved_model.pb</c> or <c>saved_model.pbtxt</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileFormatException">It is no SavedModel.</exception>
    public static SavedModelFolder Open(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'; that of a SavedModel was expected.");
        var file = Path.Combine(folder, BinaryName);
        if (!File.Exists(file))
            file = Path.Combine(folder, TextName);
        if (!File.Exists(file))
            throw new FileFormatException(
                folder,
                "",
                $"a file {BinaryName} was expected, so this is no SavedModel. Write one in Python with model.export or tf.saved_model.save."
            );
        var message = ProtobufFile.ReadEither<Message>(file, "a SavedModel");
        return message.MetaGraphs.Count > 0
            ? new SavedModelFolder(folder, file, message)
            : throw new FileFormatException(file, "", "it holds no graphs: the file is damaged or no SavedModel.");
    }

    /// <summary>The graph with exactly these tags.</summary>
    /// <param name="tags">The tags; <c>serve</c> is what Keras and TensorFlow 2 write.</param>
    /// <exception cref="ArgumentException">There is none; the message tells the tags there are.</exception>
    public SavedModelGraph Graph(params IReadOnlyCollection<string> tags) =>
        Graphs.FirstOrDefault(graph => tags.ToHashSet().SetEquals(graph.Tags))
        ?? throw new ArgumentException(
            $"The SavedModel '{Folder}' has no graph with the tags {Describe(tags)}. It has: {string.Join("; ", Graphs.Select(graph => Describe(graph.Tags)))}.",
            nameof(tags)
        );

    /// <summary>The prefix of the checkpoint with a SavedModel's variables.</summary>
    internal static string VariablesOf(string folder) => Path.Combine(folder, VariablesFolder, VariablesFolder);

    private static string Describe(IEnumerable<string> tags) => $"{{{string.Join(", ", tags.Select(tag => $"'{tag}'"))}}}";
}
