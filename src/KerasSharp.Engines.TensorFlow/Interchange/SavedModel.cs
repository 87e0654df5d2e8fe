using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Formats;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.SavedModel;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>
/// A SavedModel, the folder that <c>tf.saved_model.save</c> and Keras's <c>model.export</c> write: graphs with variables and tables, run by the
/// signatures that it names. Several threads may run it at once. It needs TensorFlow's library, whichever engine runs models.
/// </summary>
/// <remarks>A graph is a program, so load only files that you trust: TensorFlow itself ends the process over some that were altered on purpose.</remarks>
public sealed class SavedModel : IDisposable
{
    // TensorFlow's own signatures, such as that which restores the variables, begin so.
    private const string Internal = "__saved_model_";

    private readonly GraphSession session;
    private readonly string folder;

    private SavedModel(GraphSession session, string folder, IReadOnlyDictionary<string, SavedModelSignature> signatures) =>
        (this.session, this.folder, Signatures) = (session, folder, signatures);

    /// <summary>The signatures by their names; Keras and <c>tf.saved_model.save</c> call the usual one <c>serving_default</c>.</summary>
    public IReadOnlyDictionary<string, SavedModelSignature> Signatures { get; }

    /// <summary>A signature.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is none of this name; the message lists those there are.</exception>
    public SavedModelSignature this[string name] =>
        Signatures.TryGetValue(name, out var signature)
            ? signature
            : throw new ArgumentException(
                $"The SavedModel '{folder}' has no signature '{name}'. It has: {(Signatures.Count == 0 ? "none" : string.Join(", ", Signatures.Keys.Select(known => $"'{known}'")))}."
            );

    /// <summary>Opens a SavedModel and restores its variables.</summary>
    /// <param name="folder">The folder with <c>saved_model.pb</c>.</param>
    /// <param name="tags">The tags of the graph wanted; <c>serve</c> by default, which all usual writers give.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It is no SavedModel, it is damaged, or it has ops that this TensorFlow lacks.</exception>
    /// <exception cref="ArgumentException">No graph has the tags; the message lists what there is.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public static SavedModel Load(string folder, IReadOnlyList<string>? tags = null)
    {
        tags ??= ["serve"];
        var graph = ReadGraph(folder, tags);
        FunctionRecursion.Check(graph.Graph, folder);
        _ = TensorFlowLibrary.Current;
        var session = GraphSession.OfSavedModel(folder, [.. tags]);
        try
        {
            var ends = new GraphEndpoints(session.Graph, folder);
            return new SavedModel(session, folder, ReadSignatures(graph, session, ends, folder));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private static SavedModelGraph ReadGraph(string folder, IReadOnlyList<string> tags)
    {
        try
        {
            var graph = SavedModelFolder.Open(folder).Graph(tags);
            GraphCheck.ThrowIfInvalid(graph.Graph, folder);
            return graph;
        }
        catch (FileFormatException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static SortedDictionary<string, SavedModelSignature> ReadSignatures(
        SavedModelGraph graph,
        GraphSession session,
        GraphEndpoints ends,
        string folder
    )
    {
        var signatures = new SortedDictionary<string, SavedModelSignature>(StringComparer.Ordinal);
        foreach (var (name, definition) in graph.Signatures)
            if (!name.StartsWith(Internal, StringComparison.Ordinal))
                signatures[name] = SavedModelSignature.Create(name, definition, session, ends, folder);
        return signatures;
    }
}
