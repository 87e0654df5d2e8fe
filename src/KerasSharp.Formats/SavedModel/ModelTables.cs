using KerasSharp.Formats.Checkpoints.Objects;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>Finds what fills a SavedModel's lookup tables: the constants that the function <c>_initialize</c> of a table hands on to the operation which fills it.</summary>
internal sealed class ModelTables
{
    private const string Initialize = "_initialize";

    private readonly SavedModelGraph graph;
    private readonly MetaGraphDef message;
    private readonly string file;
    private readonly Dictionary<string, FunctionDef> functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeDef> nodes = new(StringComparer.Ordinal);

    public ModelTables(SavedModelGraph graph, MetaGraphDef message, string file)
    {
        (this.graph, this.message, this.file) = (graph, message, file);
        foreach (var function in graph.Graph.Library?.Function ?? [])
            functions[function.Signature?.Name ?? ""] = function;
        foreach (var node in graph.Graph.Node)
            nodes[node.Name] = node;
    }

    /// <summary>The tables that are filled with constants.</summary>
    public IReadOnlyList<ModelTable> Find()
    {
        var tables = new List<ModelTable>();
        foreach (var (path, target) in Walk())
            if (
                target.Kind == ModelObjectKind.Resource
                && target.Children.TryGetValue(Initialize, out var function)
                && function.ConcreteFunctions.Count > 0
                && Filling(function.ConcreteFunctions[0]) is var (keys, values)
            )
                tables.Add(new ModelTable(path, keys, values));
        return tables;
    }

    private IEnumerable<(string Path, ModelObject Object)> Walk()
    {
        if (graph.Objects.Count == 0)
            yield break;
        var seen = new HashSet<ModelObject> { graph.Objects[0] };
        var waiting = new Queue<(string Path, ModelObject Object)>([("", graph.Objects[0])]);
        while (waiting.TryDequeue(out var next))
        {
            yield return next;
            foreach (var (name, child) in next.Object.Children)
                if (seen.Add(child))
                    waiting.Enqueue((ObjectKeys.Join(next.Path, ObjectKeys.Escape(name)), child));
        }
    }

    /// <summary>The keys and values that a function fills a table with; null where it takes them from elsewhere.</summary>
    private (TensorValue Keys, TensorValue Values)? Filling(string name)
    {
        var fill = functions.GetValueOrDefault(name)?.NodeDef.FirstOrDefault(IsFilling);
        if (fill is null || fill.Input.Count < 3)
            return null;
        return Argument(name, fill.Input[1]) is { } keys && Argument(name, fill.Input[2]) is { } values ? (keys, values) : null;
    }

    private static bool IsFilling(NodeDef node) =>
        node.Op is "LookupTableImportV2" or "LookupTableImport" or "InitializeTableV2" or "InitializeTable";

    /// <summary>The constant that is bound to an argument of a function, or that a node of it is.</summary>
    private TensorValue? Argument(string function, string input)
    {
        var name = input.Split(':')[0];
        if (functions[function].NodeDef.FirstOrDefault(node => node.Name == name) is { } inner)
            return Constant(inner);
        int index = functions[function].Signature.InputArg.ToList().FindIndex(argument => argument.Name == name);
        var bound = message.ObjectGraphDef?.ConcreteFunctions.GetValueOrDefault(function)?.BoundInputs;
        if (index < 0 || bound is null || index >= bound.Count || (uint)bound[index] >= (uint)graph.Objects.Count)
            return null;
        return graph.Objects[bound[index]].Message.Constant is { } constant && nodes.TryGetValue(constant.Operation, out var node)
            ? Constant(node)
            : null;
    }

    private TensorValue? Constant(NodeDef node) =>
        node.Op == "Const" && node.Attr.TryGetValue("value", out var value) && value.ValueCase == AttrValue.ValueOneofCase.Tensor
            ? value.Tensor.ToTensorValue(file, $"node '{node.Name}'")
            : null;
}
