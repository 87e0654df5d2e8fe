using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>What Keras 2 lays into a SavedModel beside TensorFlow's files: the configuration of the model, of each layer and each metric.</summary>
/// <param name="Nodes">The objects that have a configuration, the model first.</param>
public sealed record KerasMetadata(IReadOnlyList<KerasMetadataNode> Nodes)
{
    internal const string FileName = "keras_metadata.pb";
    private const string Root = "root";

    /// <summary>The model's own node; null where there is none.</summary>
    public KerasMetadataNode? Model => Nodes.FirstOrDefault(node => node.NodePath == Root);

    /// <summary>Reads the file, or what older writers laid into the objects themselves; null where there is neither.</summary>
    internal static KerasMetadata? Read(string folder, Protobuf.SavedModel model)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return OfObjects(folder, model);
        var message = ProtobufFile.Read<KerasSavedMetadata>(path, "Keras's metadata");
        return new KerasMetadata([
            .. message.Nodes.Select(node => KerasMetadataNode.Parse(node.NodeId, node.NodePath, node.Identifier, node.Metadata, path)),
        ]);
    }

    /// <summary>Keras before 2.5 kept the configuration with the objects.</summary>
    private static KerasMetadata? OfObjects(string folder, Protobuf.SavedModel model)
    {
        var nodes = new List<KerasMetadataNode>();
        var objects = model.MetaGraphs[0].ObjectGraphDef?.Nodes ?? [];
        for (int id = 0; id < objects.Count; id++)
            if (
                objects[id].UserObject is { Metadata.Length: > 0 } user
                && user.Identifier.StartsWith("_tf_keras", StringComparison.Ordinal)
            )
                nodes.Add(KerasMetadataNode.Parse(id, id == 0 ? Root : "", user.Identifier, user.Metadata, folder));
        return nodes.Count > 0 ? new KerasMetadata(nodes) : null;
    }
}
