namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>One check of a whole graph.</summary>
internal sealed class GraphChecker
{
    private readonly GraphDef graph;
    private readonly Dictionary<string, NodeDef> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpEntry> functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorTypes?> outputs = new(StringComparer.Ordinal);
    private readonly List<GraphProblem> problems = [];

    public GraphChecker(GraphDef graph)
    {
        this.graph = graph;
        foreach (var function in graph.Library?.Function ?? [])
            if (function.Signature is { } signature)
                functions[signature.Name] = OpEntry.Of(signature);
    }

    /// <summary>The problems.</summary>
    public IReadOnlyList<GraphProblem> Check()
    {
        CheckVersions();
        foreach (var node in graph.Node)
            CheckName(node);
        foreach (var node in graph.Node)
            CheckAlone(node);
        foreach (var function in graph.Library?.Function ?? [])
        foreach (var node in function.NodeDef)
            CheckOp(node, $"{function.Signature?.Name}/{node.Name}");
        foreach (var node in graph.Node)
            CheckInputs(node);
        if (problems.Count == 0 && GraphCycle.Find(graph) is { } name)
            Add(name, "is part of a cycle that is no loop: no node of it can be the first.");
        return problems;
    }

    private void Add(string node, string message) => problems.Add(new GraphProblem(node, message));

    private void CheckVersions()
    {
        if (graph.Versions is not { } versions)
            return;
        if (versions.MinConsumer > TensorFlowOps.GraphVersion)
            Add("", $"the graph wants a TensorFlow of graph version {versions.MinConsumer}; {TensorFlowOps.GraphVersion} is known.");
        if (versions.BadConsumers.Contains(TensorFlowOps.GraphVersion))
            Add("", $"the graph says that TensorFlow of graph version {TensorFlowOps.GraphVersion} must not read it.");
    }

    private void CheckName(NodeDef node)
    {
        if (!NodeNames.IsValid(node.Name))
            Add(node.Name, "the name may have letters, digits and ._-/ only, and begins with a letter, a digit or a dot.");
        if (!nodes.TryAdd(node.Name, node))
            Add(node.Name, "another node has the same name.");
    }

    /// <summary>Checks what a node tells of itself, and notes what it gives to others.</summary>
    private void CheckAlone(NodeDef node)
    {
        if (CheckOp(node, node.Name) is not { } op)
            return;
        outputs[node.Name] = TensorTypes.Of(op.Outputs, node, op);
        foreach (var name in NodePlacement.Colocated(node))
            if (!nodes.ContainsKey(name))
                Add(node.Name, $"is to be on the device of '{name}', which does not exist.");
    }

    /// <summary>Checks a node's op and attributes, also within a function.</summary>
    /// <param name="node">The node.</param>
    /// <param name="place">What errors call it.</param>
    /// <returns>The op; null where it is not known.</returns>
    private OpEntry? CheckOp(NodeDef node, string place)
    {
        var op = OpOf(node);
        if (op is null)
            Add(place, $"TensorFlow has no op '{node.Op}', and the graph has no function of that name.");
        else
            foreach (var problem in AttributeCheck.Problems(node, op))
                Add(place, problem);
        foreach (var name in node.Attr.Values.SelectMany(AttributeKinds.FunctionsOf).Where(name => !IsFunction(name)))
            Add(place, $"refers to the function '{name}', which the graph does not have.");
        return op;
    }

    /// <summary>Whether a function can be called: one of the graph's, or an op. No name is no function, which some ops allow.</summary>
    private bool IsFunction(string name) => name.Length == 0 || functions.ContainsKey(name) || TensorFlowOps.Find(name) is not null;

    private OpEntry? OpOf(NodeDef node) => TensorFlowOps.Find(node.Op) ?? functions.GetValueOrDefault(node.Op);

    private void CheckInputs(NodeDef node)
    {
        var expected = OpOf(node) is { } op ? TensorTypes.Of(op.Inputs, node, op) : null;
        int data = node.Input.TakeWhile(input => !NodeNames.IsControl(input)).Count();
        if (node.Input.Skip(data).Any(input => !NodeNames.IsControl(input)))
            Add(node.Name, "an input that has a value comes after one that has none (^name).");
        else if (expected is not null && expected.Count != data)
            Add(node.Name, $"{node.Op} takes {expected.Count} inputs here; it has {data}.");
        for (int i = 0; i < node.Input.Count; i++)
            CheckInput(node, i, expected is not null && i < Math.Min(expected.Count, data) ? expected[i] : null);
    }

    private void CheckInput(NodeDef node, int index, DataType? expected)
    {
        var (source, output) = NodeNames.Parse(node.Input[index]);
        if (!nodes.ContainsKey(source))
            Add(node.Name, $"input {index} is '{node.Input[index]}'; there is no node '{source}'.");
        else if (output >= 0 && outputs.GetValueOrDefault(source) is { } given)
        {
            if (output >= given.Count)
                Add(node.Name, $"input {index} is output {output} of '{source}', which has {given.Count}.");
            else if (expected is { } type && given[output] != type && given[output].WithoutReference() != type)
                Add(node.Name, $"input {index} must be {type.Name()}; '{node.Input[index]}' is {given[output].Name()}.");
        }
    }
}
