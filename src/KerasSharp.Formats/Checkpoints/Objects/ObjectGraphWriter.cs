using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using TrackableObject = KerasSharp.Formats.Protobuf.TrackableObjectGraph.Types.TrackableObject;

namespace KerasSharp.Formats.Checkpoints.Objects;

/// <summary>Writes objects with the numbers and keys that TensorFlow would give them: breadth first, by the shortest path.</summary>
internal sealed class ObjectGraphWriter
{
    private const string SaveCounter = "save_counter";

    private readonly Dictionary<CheckpointNode, int> ids = [];
    private readonly List<(CheckpointNode Node, string Path)> nodes = [];
    private readonly CheckpointNode root;
    private readonly CheckpointNode? counter;

    /// <summary>Numbers the objects.</summary>
    /// <param name="root">The object to save.</param>
    /// <param name="saveCounter">A counter to add to it; null for none.</param>
    public ObjectGraphWriter(CheckpointNode root, long? saveCounter)
    {
        this.root = root;
        bool adds = saveCounter is not null && root.Children.All(child => child.Name != SaveCounter);
        counter = adds ? new CheckpointNode(TensorValue.From<long>(Shape.Scalar, [saveCounter!.Value]), SaveCounter) : null;
        Add(root, "");
        for (int i = 0; i < nodes.Count; i++)
            foreach (var (name, child) in ChildrenOf(nodes[i].Node))
                Add(child, ObjectKeys.Join(nodes[i].Path, ObjectKeys.Escape(name)));
        foreach (var (node, path) in nodes.ToArray())
        foreach (var (variable, name, value) in node.Slots)
            Add(value, ObjectKeys.Slot(PathOf(variable), path, name));
    }

    /// <summary>Writes the values and the objects.</summary>
    public void Write(CheckpointWriter writer)
    {
        var graph = new TrackableObjectGraph { Nodes = { nodes.Select(entry => Describe(entry.Node, entry.Path)) } };
        foreach (var (node, path) in nodes)
            if (node.HasValue)
                node.WriteTo(writer, ObjectKeys.Value(path, ObjectKeys.VariableValue));
        writer.Add(ObjectKeys.Graph, TensorValue.FromStrings(Shape.Scalar, [graph.ToByteArray()]));
    }

    private IEnumerable<(string Name, CheckpointNode Node)> ChildrenOf(CheckpointNode node) =>
        node == root && counter is not null ? node.Children.Append((SaveCounter, counter)) : node.Children;

    private void Add(CheckpointNode node, string path)
    {
        if (ids.TryAdd(node, nodes.Count))
            nodes.Add((node, path));
    }

    private string PathOf(CheckpointNode variable) =>
        ids.TryGetValue(variable, out int id)
            ? nodes[id].Path
            : throw new ArgumentException("An optimizer has a slot of a variable that no attribute of the saved objects leads to.");

    private TrackableObject Describe(CheckpointNode node, string path)
    {
        var message = new TrackableObject
        {
            Children =
            {
                ChildrenOf(node)
                    .Select(child => new TrackableObject.Types.ObjectReference { NodeId = ids[child.Node], LocalName = child.Name }),
            },
            SlotVariables =
            {
                node.Slots.Select(slot => new TrackableObject.Types.SlotVariableReference
                {
                    OriginalVariableNodeId = ids[slot.Variable],
                    SlotName = slot.Name,
                    SlotVariableNodeId = ids[slot.Value],
                }),
            },
            HasCheckpointValues = new BoolProto { Value = true },
        };
        if (node.HasValue)
            message.Attributes.Add(
                new TrackableObject.Types.SerializedTensor
                {
                    Name = ObjectKeys.VariableValue,
                    FullName = node.FullName,
                    CheckpointKey = ObjectKeys.Value(path, ObjectKeys.VariableValue),
                }
            );
        return message;
    }
}
