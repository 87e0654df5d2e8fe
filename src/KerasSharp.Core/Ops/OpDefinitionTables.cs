using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private static Dictionary<string, OpDefinition> Table(Func<string, OpDefinition> define, IEnumerable<string> names) =>
        Table(names.Select(define));

    private static Dictionary<string, OpDefinition> Table(IEnumerable<OpDefinition> definitions) =>
        definitions.ToDictionary(definition => definition.Name, StringComparer.Ordinal);
}
