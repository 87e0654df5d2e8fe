using KerasSharp.Formats.Checkpoints.Bundles;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Checkpoints.Objects;

/// <summary>Reads the objects of a checkpoint.</summary>
internal static class ObjectGraphReader
{
    /// <summary>The root, or null where a checkpoint has no objects.</summary>
    /// <exception cref="FileFormatException">What it says about objects is damaged.</exception>
    public static CheckpointObject? Read(BundleReader reader, BundleIndex index)
    {
        if (index.Find(ObjectKeys.Graph) is not { } entry)
            return null;
        var value = reader.ReadValue(ObjectKeys.Graph, entry);
        if (value.DType != DType.String || value.Strings.Count != 1)
            throw Error(index, "a single string was expected.");
        var graph = ProtobufFile.Parse<TrackableObjectGraph>(value.Strings[0], index.Path, "the objects of a checkpoint");
        CheckpointObject[] objects = [.. graph.Nodes.Select((node, id) => new CheckpointObject(id, [.. node.Attributes.Select(Value)]))];
        for (int id = 0; id < objects.Length; id++)
            Connect(objects[id], graph.Nodes[id], objects, index);
        return objects.Length > 0 ? objects[0] : throw Error(index, "there is not one object.");
    }

    private static CheckpointValue Value(TrackableObjectGraph.Types.TrackableObject.Types.SerializedTensor value) =>
        new(value.Name, value.FullName, value.CheckpointKey);

    private static void Connect(
        CheckpointObject target,
        TrackableObjectGraph.Types.TrackableObject node,
        CheckpointObject[] objects,
        BundleIndex index
    )
    {
        foreach (var child in node.Children)
            if (!target.TryAdd(child.LocalName, At(child.NodeId)))
                throw Error(index, $"object {target.Id} has two attributes '{child.LocalName}'.");
        foreach (var slot in node.SlotVariables)
            target.Add(new CheckpointSlot(At(slot.OriginalVariableNodeId), slot.SlotName, At(slot.SlotVariableNodeId)));

        CheckpointObject At(int id) =>
            (uint)id < (uint)objects.Length
                ? objects[id]
                : throw Error(index, $"object {target.Id} refers to object {id}; there are {objects.Length}.");
    }

    private static FileFormatException Error(BundleIndex index, string problem) => new(index.Path, $"key '{ObjectKeys.Graph}'", problem);
}
