namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>What a node says of its device.</summary>
internal static class NodePlacement
{
    private const string Attribute = "_class";
    private const string Prefix = "loc:@";

    /// <summary>The nodes whose device a node wants to be on.</summary>
    public static IEnumerable<string> Colocated(NodeDef node) =>
        node.Attr.TryGetValue(Attribute, out var value) && value.ValueCase == AttrValue.ValueOneofCase.List
            ? value
                .List.S.Select(text => text.ToStringUtf8())
                .Where(text => text.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(text => text[Prefix.Length..])
            : [];
}
