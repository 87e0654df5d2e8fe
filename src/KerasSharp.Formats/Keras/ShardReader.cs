using System.Text.Json;
using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Opens weights that are cut into several files.</summary>
internal sealed class ShardReader
{
    // The map of a model of thousands of layers is far smaller.
    private const long MostBytes = 64 << 20;

    private readonly string path;
    private readonly Dictionary<string, Hdf5File> files = new(StringComparer.Ordinal);

    private ShardReader(string path) => this.path = path;

    public static KerasFile Open(string path)
    {
        var reader = new ShardReader(path);
        try
        {
            return reader.Read();
        }
        catch
        {
            foreach (var file in reader.files.Values)
                file.Dispose();
            throw;
        }
    }

    private KerasFile Read()
    {
        if (new FileInfo(path).Length > MostBytes)
            throw Error("", "this is no file of Keras: the map of sharded weights is never so long.");
        using var json = KerasJson.Parse(File.ReadAllText(path), problem => Error("", problem));
        if (!json.RootElement.TryGetProperty("weight_map", out var map) || map.ValueKind != JsonValueKind.Object)
            throw Error("", "this JSON is not the map of sharded weights: there is no object 'weight_map'.");
        foreach (var entry in map.EnumerateObject())
        foreach (string name in NamesIn(entry))
            Open(name, entry.Name);
        var tree = new WeightTree(Merge(files.Values.SelectMany(file => WeightTreeReader.Read(file.Root))));
        CheckMap(map, tree);
        return new KerasFile(path, KerasFileKind.ShardedWeights, [.. files.Values])
        {
            Tree = tree,
            OptimizerVariables = Hdf5Reader.OptimizerOf(tree),
        };
    }

    private string[] NamesIn(JsonProperty entry) =>
        entry.Value.ValueKind switch
        {
            JsonValueKind.String => [entry.Value.GetString()!],
            JsonValueKind.Array when entry.Value.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String) =>
            [
                .. entry.Value.EnumerateArray().Select(name => name.GetString()!),
            ],
            _ => throw Error($"'{entry.Name}'", "a file name or a list of them was expected."),
        };

    private void Open(string name, string entry)
    {
        if (files.ContainsKey(name))
            return;
        if (name != Path.GetFileName(name) || name is "" or "." or ".." || name.Contains('\\') || name.Contains(':'))
            throw Error($"'{entry}'", $"the file '{name}' is not beside the map. It is refused: such a file was made to do harm.");
        string shard = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name);
        if (!File.Exists(shard))
            throw Error($"'{entry}'", $"the file '{name}' is missing beside the map. All files of the weights are needed.");
        files[name] = Hdf5File.Open(shard);
    }

    // An object's variables may be spread over files.
    private static List<WeightGroup> Merge(IEnumerable<WeightGroup> parts) =>
        [
            .. parts
                .GroupBy(part => part.Path)
                .Select(same => new WeightGroup(
                    same.Key,
                    same.Select(part => part.Name).FirstOrDefault(name => name is not null),
                    [.. same.SelectMany(part => part.Variables).OrderBy(variable => variable.Name, NaturalOrder.Instance)]
                )),
        ];

    private void CheckMap(JsonElement map, WeightTree tree)
    {
        foreach (var entry in map.EnumerateObject())
            if (tree.Find(entry.Name.Trim('/').EndsWith("/vars") ? entry.Name.Trim('/')[..^5] : "") is null)
                throw Error($"'{entry.Name}'", "no file has such a group. The files do not belong together.");
    }

    private FileFormatException Error(string place, string problem) => new(path, place, problem);
}
