namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>The signature of an op of TensorFlow or of a graph's function.</summary>
/// <param name="Name">The op's name.</param>
/// <param name="Inputs">The inputs in order.</param>
/// <param name="Outputs">The outputs in order.</param>
/// <param name="Attributes">The attributes.</param>
internal sealed record OpEntry(
    string Name,
    IReadOnlyList<OpArgument> Inputs,
    IReadOnlyList<OpArgument> Outputs,
    IReadOnlyList<OpAttribute> Attributes
)
{
    /// <summary>A function's signature.</summary>
    public static OpEntry Of(OpDef signature) =>
        new(
            signature.Name,
            [.. signature.InputArg.Select(OpArgument.Of)],
            [.. signature.OutputArg.Select(OpArgument.Of)],
            [.. signature.Attr.Select(OpAttribute.Of)]
        );

    /// <summary>Reads <c>name|inputs|outputs|attributes</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="sets">The sets of allowed values by number.</param>
    public static OpEntry Parse(string line, IReadOnlyList<IReadOnlyCollection<string>> sets)
    {
        var parts = line.Split('|');
        OpAttribute[] attributes = [.. Words(parts[3]).Select(text => OpAttribute.Parse(text, sets))];
        return new OpEntry(
            parts[0],
            [.. Words(parts[1]).Select(text => OpArgument.Parse(text, attributes))],
            [.. Words(parts[2]).Select(text => OpArgument.Parse(text, attributes))],
            attributes
        );
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
