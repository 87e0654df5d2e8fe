using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Checkpoints.Bundles;
using KerasSharp.Formats.Checkpoints.Objects;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;

namespace KerasSharp.Formats.SavedModel;

/// <summary>
/// Finds the values of a SavedModel's variables: the objects of the model and those of its checkpoint are numbered differently, but the same attributes
/// lead to them.
/// </summary>
internal sealed class ModelVariables
{
    private readonly SavedModelGraph graph;
    private readonly GraphSource source;
    private readonly Checkpoint checkpoint;
    private readonly Dictionary<ModelObject, (string Path, CheckpointObject Saved)> found = [];

    private ModelVariables(SavedModelGraph graph, GraphSource source, Checkpoint checkpoint) =>
        (this.graph, this.source, this.checkpoint) = (graph, source, checkpoint);

    /// <summary>The variables.</summary>
    /// <exception cref="FileFormatException">There are variables, but no values.</exception>
    public static IReadOnlyList<ModelVariable> Find(SavedModelGraph graph, GraphSource source)
    {
        bool hasVariables =
            graph.Objects.Count == 0
                ? graph.Graph.Node.Any(node => node.Op is "VariableV2" or "VarHandleOp" or "Variable")
                : graph.Objects.Any(target => target.Kind == ModelObjectKind.Variable);
        if (!hasVariables)
            return [];
        var checkpoint =
            source.Checkpoint
            ?? throw new FileFormatException(
                source.File,
                "",
                $"the model has variables, but no file '{BundlePaths.Index(source.Prefix)}' for their values. Copy all files of the model."
            );
        return graph.Objects.Count == 0 ? ByName(checkpoint) : new ModelVariables(graph, source, checkpoint).ByObject();
    }

    private static ModelVariable[] ByName(Checkpoint checkpoint) =>
        [
            .. checkpoint.Tensors.Select(tensor => new ModelVariable(
                tensor.Key,
                tensor.Key,
                tensor.Key,
                tensor.DType,
                tensor.Shape,
                true,
                checkpoint
            )),
        ];

    private List<ModelVariable> ByObject()
    {
        var root =
            checkpoint.Root
            ?? throw new FileFormatException(checkpoint.Prefix, "", "the objects were expected that the model's variables belong to.");
        Connect(graph.Objects[0], root);
        ConnectSlots();
        var variables = new List<ModelVariable>();
        foreach (var target in graph.Objects)
            if (target.Message.Variable is { } variable && found.TryGetValue(target, out var place) && place.Saved.Key is { } key)
                variables.Add(Describe(variable, place.Path, key));
        return variables;
    }

    private ModelVariable Describe(SavedVariable variable, string path, string key)
    {
        variable.Dtype.TryGetDType(out var dtype);
        var shape = TensorShapes.Partial(variable.Shape, source.File, $"variable '{variable.Name}'");
        if (!checkpoint.Contains(key))
            throw new FileFormatException(checkpoint.Prefix, $"key '{key}'", $"the value of the variable '{variable.Name}' is missing.");
        return new ModelVariable(variable.Name, path, key, dtype, shape, variable.Trainable, checkpoint);
    }

    /// <summary>Walks both graphs of objects at once, breadth first.</summary>
    private void Connect(ModelObject root, CheckpointObject saved)
    {
        found[root] = ("", saved);
        var waiting = new Queue<ModelObject>([root]);
        while (waiting.TryDequeue(out var target))
            foreach (var (name, child) in target.Children)
                if (
                    found[target].Saved.Children.TryGetValue(name, out var twin)
                    && found.TryAdd(child, (ObjectKeys.Join(found[target].Path, ObjectKeys.Escape(name)), twin))
                )
                    waiting.Enqueue(child);
    }

    private void ConnectSlots()
    {
        foreach (var (optimizer, place) in found.ToArray())
        foreach (var slot in optimizer.Message.SlotVariables)
            if (
                At(slot.OriginalVariableNodeId) is { } variable
                && At(slot.SlotVariableNodeId) is { } value
                && found.TryGetValue(variable, out var original)
                && place.Saved.Slots.FirstOrDefault(saved => saved.Variable == original.Saved && saved.Name == slot.SlotName) is { } twin
            )
                found.TryAdd(value, (ObjectKeys.Slot(original.Path, place.Path, slot.SlotName), twin.Value));
    }

    private ModelObject? At(int id) => (uint)id < (uint)graph.Objects.Count ? graph.Objects[id] : null;
}
