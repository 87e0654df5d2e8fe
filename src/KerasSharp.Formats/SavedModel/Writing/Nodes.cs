using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>The nodes of a graph while it is made.</summary>
internal sealed class Nodes
{
    private readonly List<NodeDef> nodes = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The nodes so far, each after those that it takes from.</summary>
    public IReadOnlyList<NodeDef> All => nodes;

    /// <summary>Adds a node.</summary>
    /// <param name="op">Its op.</param>
    /// <param name="name">Its name, which gets a number where it is taken.</param>
    /// <param name="inputs">What it takes, in order.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The name that it got.</returns>
    public string Add(string op, string name, IEnumerable<string> inputs, params IEnumerable<(string Name, AttrValue Value)> attributes)
    {
        var unique = name;
        for (int i = 1; !names.Add(unique); i++)
            unique = $"{name}_{i}";
        var node = new NodeDef
        {
            Name = unique,
            Op = op,
            Input = { inputs },
        };
        foreach (var (attribute, value) in attributes)
            node.Attr.Add(attribute, value);
        nodes.Add(node);
        return unique;
    }

    /// <summary>Adds the call of a function of the library.</summary>
    public string AddCall(string function, IEnumerable<string> inputs, IEnumerable<DType> taken, IEnumerable<DType> given) =>
        Add(
            "StatefulPartitionedCall",
            "StatefulPartitionedCall",
            inputs,
            ("Tin", Attribute.List(taken)),
            ("Tout", Attribute.List(given)),
            ("f", Attribute.Function(function))
        );
}
