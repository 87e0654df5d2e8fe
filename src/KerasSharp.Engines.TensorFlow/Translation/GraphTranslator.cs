using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Translation.Substitutes;
using KerasSharp.Formats.Protobuf.Graphs;
using KerasSharp.Graphs;

namespace KerasSharp.Engines.TensorFlow.Translation;

/// <summary>Writes a part of our graph into a graph of TensorFlow: each operation as its namesake, composites by what they mean.</summary>
/// <param name="mayBeEmpty">Whether the graph must do for tensors without elements.</param>
internal sealed class GraphTranslator(bool mayBeEmpty = false) : IDisposable
{
    private readonly Dictionary<Tensor, GraphOutput> translated = [];
    private readonly Dictionary<Variable, GraphOutput> resources = [];
    private readonly HashSet<Variable> frozen = [];
    private readonly HashSet<string> names = [];
    private readonly BlockLstm blockLstm = new();

    /// <summary>Whether the graph must do for tensors without elements.</summary>
    public bool MayBeEmpty => mayBeEmpty;

    /// <summary>TensorFlow's graph.</summary>
    public GraphHandle Graph { get; } = new(TensorFlowNative.TF_NewGraph());

    /// <summary>The functions that operations of the graph call.</summary>
    public List<GraphFunctionHandle> Functions { get; } = [];

    /// <summary>The reads of variables, which must come before any of them is written.</summary>
    public List<nint> Reads { get; } = [];

    /// <summary>A name that nothing else of the graph will get: the one given, in the letters that TensorFlow allows, with a number where it is taken.</summary>
    public string Reserve(string name)
    {
        name = NodeNames.Allowed(name);
        var unique = name;
        for (int i = 1; !names.Add(unique); i++)
            unique = $"{name}_{i}";
        return unique;
    }

    /// <summary>Begins an operation of TensorFlow's own, which is no operation of ours.</summary>
    public GraphNode Node(string type, string name) => new(Graph, type, Reserve(name));

    /// <summary>Adds a placeholder for a value that the function will get.</summary>
    /// <param name="tensor">The placeholder of ours.</param>
    /// <param name="name">The name it gets; its own where null.</param>
    public GraphOutput AddInput(Tensor tensor, string? name = null)
    {
        var input = new GraphOutput(
            Node("Placeholder", name ?? tensor.Name).With("dtype", tensor.DType).With("shape", tensor.Shape).Finish(),
            0
        );
        translated[tensor] = input;
        return input;
    }

    /// <summary>Adds a placeholder for the handle of a variable.</summary>
    public GraphOutput AddResource(Variable variable)
    {
        var input = new GraphOutput(
            Node("Placeholder", variable.Name).With("dtype", DType.Resource).With("shape", Shape.Scalar).Finish(),
            0
        );
        resources[variable] = input;
        return input;
    }

    /// <summary>Lets a constant stand for a variable, wherever it is read.</summary>
    public void Freeze(Variable variable, TensorHandle value)
    {
        nint constant = Node("Const", variable.Path).With("dtype", variable.DType).With("value", value).Finish();
        resources[variable] = new GraphOutput(constant, 0);
        frozen.Add(variable);
    }

    /// <summary>The handle of a variable that was added.</summary>
    public GraphOutput Resource(Variable variable) => resources[variable];

    /// <summary>Lets tensors of TensorFlow's graph stand for placeholders of ours.</summary>
    public void Bind(IReadOnlyList<Tensor> placeholders, IReadOnlyList<GraphOutput> values)
    {
        for (int i = 0; i < placeholders.Count; i++)
            translated[placeholders[i]] = values[i];
    }

    /// <summary>Hands the functions over to a graph around this one, which then frees them.</summary>
    public IReadOnlyList<GraphFunctionHandle> TakeFunctions()
    {
        GraphFunctionHandle[] taken = [.. Functions];
        Functions.Clear();
        return taken;
    }

    /// <summary>TensorFlow's tensors for ours; what they are computed from is added as far as it is missing.</summary>
    public GraphOutput[] Translate(IReadOnlyList<Tensor> targets)
    {
        foreach (var operation in GraphTraversal.TopologicalOrder(targets, translated.Keys))
            if (!translated.ContainsKey(operation.Outputs[0]))
                Add(operation);
        return [.. targets.Select(target => translated[target])];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Graph.Dispose();
        foreach (var function in Functions)
            function.Dispose();
    }

    private void Add(Operation operation)
    {
        if (operation.Type == "Scan")
            Set(operation, ScanTranslation.Add(this, operation, Inputs(operation)));
        else if (!mayBeEmpty && blockLstm.For(operation) is { } block)
            Set(operation, Translate(block));
        else if (operation.Definition.Decompose is { } decompose)
            Set(operation, Translate(decompose(operation)));
        else if (Substitute.For(operation, mayBeEmpty) is { } substitute)
            Set(operation, Translate([substitute]));
        else if (operation.Type == "VarHandleOp")
            Set(operation, [Resource(operation.Attributes.Get<Variable>("variable"))]);
        else if (operation.Type == "ReadVariableOp" && frozen.Contains(operation.Attributes.Get<Variable>("variable")))
            Set(operation, Inputs(operation));
        else if (operation.Type == "Placeholder")
            throw new ArgumentException(
                $"The function needs the placeholder '{operation.Name}', which is none of its inputs. Give it as an input, or compute it from one."
            );
        else
        {
            nint native = OperationTranslator.Add(Graph, operation, Reserve(operation.Name), Inputs(operation));
            if (operation.Type == "ReadVariableOp")
                Reads.Add(native);
            Set(operation, [.. operation.Outputs.Select(output => new GraphOutput(native, output.Index))]);
        }
    }

    private GraphOutput[] Inputs(Operation operation) => [.. operation.Inputs.Select(input => translated[input])];

    private void Set(Operation operation, IReadOnlyList<GraphOutput> outputs)
    {
        for (int i = 0; i < operation.Outputs.Count; i++)
            translated[operation.Outputs[i]] = outputs[i];
    }
}
