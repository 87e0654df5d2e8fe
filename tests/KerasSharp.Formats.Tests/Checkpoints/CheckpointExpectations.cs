using System.Text;
using System.Text.Json;
using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Checkpoints.Bundles;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Checkpoints;

/// <summary>Compares a checkpoint with what a golden case tells of it.</summary>
internal static class CheckpointExpectations
{
    /// <summary>Header, entries and objects.</summary>
    public static void AssertIs(JsonElement expected, Checkpoint actual)
    {
        var header = expected.GetProperty("header");
        Assert.That(actual.Index.Header.NumShards, Is.EqualTo(header.GetProperty("num_shards").GetInt32()));
        Assert.That((int)actual.Index.Header.Endianness, Is.EqualTo(header.GetProperty("endianness").GetInt32()));
        Assert.That(actual.Index.Header.Version.Producer, Is.EqualTo(header.GetProperty("producer").GetInt32()));
        var entries = expected.GetProperty("entries").EnumerateArray().ToArray();
        Assert.That(actual.Index.Entries, Has.Count.EqualTo(entries.Length));
        foreach (var entry in entries)
            AssertEntry(entry, actual);
        if (expected.TryGetProperty("object_graph", out var objects))
            AssertObjects(objects, actual.Root!);
        else
            Assert.That(actual.Root is null || actual.Contains("_CHECKPOINTABLE_OBJECT_GRAPH"));
    }

    /// <summary>Values that the case stores, of any type.</summary>
    public static void AssertTensors(GoldenCase golden, Checkpoint actual)
    {
        foreach (var tensor in golden.Json.GetProperty("tensors").EnumerateArray())
        {
            var key = tensor.GetProperty("key").GetString()!;
            var value = actual.ReadValue(key);
            Assert.That(value.DType.Name(), Is.EqualTo(tensor.GetProperty("dtype").GetString()), key);
            Assert.That(value.Shape.ToArray(), Is.EqualTo(Longs(tensor.GetProperty("shape"))), key);
            if (tensor.TryGetProperty("values_base64", out var strings))
                Assert.That(
                    value.Strings.Select(Convert.ToBase64String),
                    Is.EqualTo(strings.EnumerateArray().Select(text => text.GetString())),
                    key
                );
            else
                AssertSame(golden.Array(tensor.GetProperty("array").GetString()!), value, actual, key);
        }
    }

    /// <summary>Whether some tensor has the values of an array.</summary>
    public static bool HasArray(Checkpoint checkpoint, GoldenArray array) =>
        checkpoint.Tensors.Any(tensor =>
            tensor.DType is not null and not DType.String
            && tensor.Shape.ToArray().SequenceEqual(array.Shape)
            && checkpoint.ReadValue(tensor.Key).Bytes.SequenceEqual(array.Raw)
        );

    private static void AssertSame(GoldenArray expected, TensorValue value, Checkpoint checkpoint, string key)
    {
        Closeness.AssertSame(expected, value.Bytes.ToArray(), value.Shape.ToArray(), key);
        var array = checkpoint.ReadArray(key);
        Assert.That(array.shape, Is.EqualTo(expected.Shape), key);
        Assert.That(TensorValue.From(array).Bytes.SequenceEqual(TensorValue.From(value.ToNDArray()).Bytes), key);
    }

    private static void AssertEntry(JsonElement expected, Checkpoint checkpoint)
    {
        var name = expected.GetProperty("key").GetString()!;
        var key = name.StartsWith("hex:") ? Convert.FromHexString(name[4..]) : Encoding.UTF8.GetBytes(name);
        var entry = checkpoint.Index.Find(key);
        Assert.That(entry, Is.Not.Null, name);
        Assert.That(entry!.Dtype.Name(), Is.EqualTo(expected.GetProperty("dtype").GetString()), name);
        Assert.That(entry.Shape?.Dim.Select(dim => dim.Size) ?? [], Is.EqualTo(Longs(expected.GetProperty("shape"))), name);
        Assert.That(entry.ShardId, Is.EqualTo(expected.GetProperty("shard").GetInt32()), name);
        Assert.That(entry.Offset, Is.EqualTo(expected.GetProperty("offset").GetInt64()), name);
        Assert.That(entry.Size, Is.EqualTo(expected.GetProperty("size").GetInt64()), name);
        Assert.That(entry.Crc32C, Is.EqualTo(expected.GetProperty("crc32c_masked").GetUInt32()), name);
        if (expected.TryGetProperty("slices", out var slices))
            Assert.That(
                entry.Slices.Select(TensorSlice.Of).Select(slice => slice.Starts.Zip(slice.Lengths, (start, length) => (start, length))),
                Is.EqualTo(
                    slices.EnumerateArray().Select(slice => slice.EnumerateArray().Select(pair => (pair[0].GetInt64(), pair[1].GetInt64())))
                ),
                name
            );
    }

    private static void AssertObjects(JsonElement expected, CheckpointObject root)
    {
        var objects = All(root);
        int id = 0;
        foreach (var node in expected.EnumerateArray())
        {
            var actual = objects.GetValueOrDefault(id++);
            // What no attribute leads to, only a slot does, which the cases do not tell.
            if (actual is null)
                continue;
            Assert.That(
                actual.Children.Select(child => (child.Key, child.Value.Id)),
                Is.EqualTo(node.GetProperty("children").EnumerateObject().Select(child => (child.Name, child.Value.GetInt32())))
            );
            var values = node.TryGetProperty("attributes", out var list) ? list.EnumerateArray().ToArray() : [];
            Assert.That(
                actual.Values.Select(value => (value.Name, value.FullName, value.Key)),
                Is.EqualTo(values.Select(value => (value[0].GetString(), value[1].GetString(), value[2].GetString())))
            );
        }
        Assert.That(objects, Has.Count.GreaterThan(1));
    }

    private static Dictionary<int, CheckpointObject> All(CheckpointObject root)
    {
        var objects = root.Walk().ToDictionary(entry => entry.Object.Id, entry => entry.Object);
        foreach (var slot in objects.Values.SelectMany(target => target.Slots).ToArray())
            objects.TryAdd(slot.Value.Id, slot.Value);
        return objects;
    }

    private static long[] Longs(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt64())];
}
