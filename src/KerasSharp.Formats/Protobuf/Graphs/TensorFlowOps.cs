namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>The signatures of all ops of TensorFlow, from the list that is embedded in this library.</summary>
internal static class TensorFlowOps
{
    /// <summary>The graph version of the TensorFlow that the list is of.</summary>
    public const int GraphVersion = 2474;

    private const string Resource = "tensorflow-ops.txt";
    private static readonly Lazy<Dictionary<string, OpEntry>> Table = new(Load);

    /// <summary>The op of a name, or null.</summary>
    public static OpEntry? Find(string name) => Table.Value.GetValueOrDefault(name);

    private static Dictionary<string, OpEntry> Load()
    {
        var table = new Dictionary<string, OpEntry>(StringComparer.Ordinal);
        var sets = new List<IReadOnlyCollection<string>>();
        using var reader = new StreamReader(typeof(TensorFlowOps).Assembly.GetManifestResourceStream(Resource)!);
        while (reader.ReadLine() is { } line)
            if (line[0] == '$')
                sets.Add(line[1..].Split(','));
            else if (line[0] != '#')
            {
                var op = OpEntry.Parse(line, sets);
                table.Add(op.Name, op);
            }
        return table;
    }
}
