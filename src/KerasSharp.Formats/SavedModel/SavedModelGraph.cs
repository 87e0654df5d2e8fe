using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>One graph of a SavedModel, or that of a <see cref="MetaGraphFile"/>, and what belongs to it.</summary>
public sealed class SavedModelGraph
{
    private readonly Lazy<IReadOnlyList<ModelVariable>> variables;
    private readonly Lazy<IReadOnlyList<ModelTable>> tables;

    internal SavedModelGraph(GraphSource source, MetaGraphDef message)
    {
        Message = message;
        Signatures = message.SignatureDef.ToDictionary(
            signature => signature.Key,
            signature => ModelSignature.Of(signature.Value, source.File, $"signature '{signature.Key}'"),
            StringComparer.Ordinal
        );
        Assets = [.. message.AssetFileDef.Select(asset => ModelAsset.Of(asset, source))];
        Objects = ModelObjects.Read(message.ObjectGraphDef, source.File);
        variables = new Lazy<IReadOnlyList<ModelVariable>>(() => ModelVariables.Find(this, source));
        tables = new Lazy<IReadOnlyList<ModelTable>>(() => new ModelTables(this, message, source.File).Find());
    }

    /// <summary>What the graph is for, such as <c>serve</c>.</summary>
    public IReadOnlyList<string> Tags => Message.MetaInfoDef?.Tags ?? [];

    /// <summary>The version of the TensorFlow that wrote it, such as <c>2.21.0</c>.</summary>
    public string TensorFlowVersion => Message.MetaInfoDef?.TensorflowVersion ?? "";

    /// <summary>The graph itself; that of TensorFlow 2 mainly calls the functions of its library.</summary>
    public GraphDef Graph => Message.GraphDef ?? new GraphDef();

    /// <summary>The functions to call from outside, by name; <c>serving_default</c> is the usual one.</summary>
    public IReadOnlyDictionary<string, ModelSignature> Signatures { get; }

    /// <summary>The files that the model reads when it starts, such as vocabularies.</summary>
    public IReadOnlyList<ModelAsset> Assets { get; }

    /// <summary>The objects of TensorFlow 2, the root first; none from TensorFlow 1.</summary>
    public IReadOnlyList<ModelObject> Objects { get; }

    /// <summary>The operations that save and restore its variables; null where there are none.</summary>
    public ModelSaver? Saver =>
        Message.SaverDef is { } saver ? new ModelSaver(saver.FilenameTensorName, saver.SaveTensorName, saver.RestoreOpName) : null;

    /// <summary>The variables with their names and where the checkpoint has their values.</summary>
    /// <exception cref="FileFormatException">The model has variables, but the folder none, or the checkpoint is damaged.</exception>
    public IReadOnlyList<ModelVariable> Variables => variables.Value;

    /// <summary>The lookup tables with what they map, such as a vocabulary to numbers.</summary>
    /// <exception cref="FileFormatException">A table's contents are damaged.</exception>
    public IReadOnlyList<ModelTable> Tables => tables.Value;

    /// <summary>TensorFlow 1's collections: the kind of each (<c>bytes_list</c>, <c>node_list</c>, …), and of nodes their names.</summary>
    public IReadOnlyDictionary<string, (string Kind, IReadOnlyList<string> Nodes)> Collections =>
        Message.CollectionDef.ToDictionary(
            collection => collection.Key,
            collection => (KindOf(collection.Value), (IReadOnlyList<string>)(collection.Value.NodeList?.Value ?? [])),
            StringComparer.Ordinal
        );

    internal MetaGraphDef Message { get; }

    private static string KindOf(CollectionDef collection) =>
        collection.KindCase switch
        {
            CollectionDef.KindOneofCase.NodeList => "node_list",
            CollectionDef.KindOneofCase.BytesList => "bytes_list",
            CollectionDef.KindOneofCase.Int64List => "int64_list",
            CollectionDef.KindOneofCase.FloatList => "float_list",
            CollectionDef.KindOneofCase.AnyList => "any_list",
            _ => "",
        };
}
