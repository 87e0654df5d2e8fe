using System.Text.Json;
using System.Text.Json.Nodes;
using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Writes Keras 3's weights cut into files of a limited size: <c>NAME.weights.json</c> and <c>NAME_00000.weights.h5</c>, ….</summary>
public sealed class ShardWriter
{
    private readonly string folder;
    private readonly string baseName;
    private readonly long mostBytes;
    private readonly JsonObject map = [];
    private Hdf5FileBuilder shard = new();
    private int shards;
    private long shardBytes;
    private long allBytes;

    private ShardWriter(string path, long mostBytes)
    {
        folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        baseName = Path.GetFileNameWithoutExtension(path).Replace(".weights", "", StringComparison.Ordinal);
        this.mostBytes = mostBytes;
    }

    /// <summary>Writes the files beside each other, the map last.</summary>
    /// <param name="path">The map's path, which Keras wants to end with <c>.weights.json</c>.</param>
    /// <param name="objects">The objects, each once.</param>
    /// <param name="mostBytes">The bytes of arrays in one file; Keras's default is 5 GB.</param>
    /// <exception cref="ArgumentException">An array has more bytes than one file may have, or two have one place.</exception>
    public static void Write(string path, IEnumerable<ObjectData> objects, long mostBytes = 5L << 30)
    {
        var writer = new ShardWriter(path, mostBytes);
        foreach (var item in objects)
            writer.Add(item);
        writer.FinishShard();
        var json = new JsonObject
        {
            ["metadata"] = new JsonObject { ["total_size"] = writer.allBytes },
            ["weight_map"] = writer.map,
        };
        string text = json.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 4 });
        AtomicFile.Write(path, temporary => File.WriteAllText(temporary, text));
    }

    private string ShardName => $"{baseName}_{shards:00000}.weights.h5";

    private void Add(ObjectData item)
    {
        // Where the object begins has its name; a file that only goes on with its variables has none.
        WeightTreeWriter.Add(shard.Root, item.Path, item.Name, []);
        foreach (var variable in item.Variables)
        {
            MakeRoom(variable);
            WeightTreeWriter.Add(shard.Root, item.Path, null, [variable]);
            Map(item.Path.Length == 0 ? "/vars" : $"/{item.Path}/vars");
        }
    }

    private void MakeRoom(WeightData variable)
    {
        long size = new ArrayContent(variable.Value, variable.StoredAs).Size;
        if (size > mostBytes)
            throw new ArgumentException($"'{variable.Name}' has {size} bytes, one file may have {mostBytes}. Allow more bytes a file.");
        if (shardBytes + size > mostBytes)
            FinishShard();
        shardBytes += size;
        allBytes += size;
    }

    // As Keras: the first variable puts a name, the second makes a list of it.
    private void Map(string place)
    {
        switch (map[place])
        {
            case null:
                map[place] = ShardName;
                break;
            case JsonArray list when list.Any(name => name!.GetValue<string>() == ShardName):
                break;
            case JsonArray list:
                list.Add(ShardName);
                break;
            case var single:
                string first = single.GetValue<string>();
                map[place] = first == ShardName ? new JsonArray(first) : new JsonArray(first, ShardName);
                break;
        }
    }

    private void FinishShard()
    {
        shard.Write(Path.Combine(folder, ShardName));
        (shard, shardBytes) = (new Hdf5FileBuilder(), 0);
        shards++;
    }
}
