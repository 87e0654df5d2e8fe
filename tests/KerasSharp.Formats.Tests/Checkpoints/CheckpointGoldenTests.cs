using System.Text.Json;
using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;
using CheckpointState = KerasSharp.Formats.Checkpoints.CheckpointState;

namespace KerasSharp.Formats.Tests.Checkpoints;

/// <summary>Checkpoints as TensorFlow 1, TensorFlow 2 and both Keras write them.</summary>
public sealed class CheckpointGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() =>
        GoldenFamily.TestCases("files", "ckpt-name", "ckpt-object", "ckpt-odd", "keras2-ckpt");

    [TestCaseSource(nameof(Cases))]
    public void IsRead(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var checkpoint = Checkpoint.Open(Path(golden, files));
        if (golden.Json.TryGetProperty("checkpoint", out var expected))
            CheckpointExpectations.AssertIs(expected, checkpoint);
        if (golden.Json.TryGetProperty("tensors", out _))
            CheckpointExpectations.AssertTensors(golden, checkpoint);
        foreach (var name in golden.ArrayNames.Where(name => name.StartsWith("weight_") || name.StartsWith("optimizer_")))
            Assert.That(CheckpointExpectations.HasArray(checkpoint, golden.Array(name)), $"no tensor has the values of {name}");
        if (golden.Json.TryGetProperty("some_keys", out var keys))
            AssertScalars(keys, golden.Json.GetProperty("count").GetInt32(), checkpoint);
        AssertState(golden, checkpoint);
        foreach (var tensor in checkpoint.Tensors)
            Assert.That(checkpoint.ReadValue(tensor.Key).Shape, Is.EqualTo(tensor.Shape), tensor.Key);
    }

    /// <summary>Objects are found by the path that is in their key.</summary>
    [TestCaseSource(nameof(Cases))]
    public void ObjectsAreFoundByPath(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var checkpoint = Checkpoint.Open(Path(golden, files));
        if (checkpoint.Root is not { } root)
            return;
        foreach (var (path, target) in root.Walk())
        {
            Assert.That(root.Find(path), Is.SameAs(target), path);
            if (target.Key is { } key)
                Assert.That(checkpoint.Contains(key), key);
        }
        Assert.That(root.Find("no/such/path"), Is.Null);
        Assert.That(root.Walk().Any(entry => entry.Object.Key == $"{entry.Path}/.ATTRIBUTES/VARIABLE_VALUE"));
    }

    /// <summary>A copy that we write has the same values, and for a name-based one the same bytes.</summary>
    [TestCaseSource(nameof(Cases))]
    public void IsWrittenAnew(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var checkpoint = Checkpoint.Open(Path(golden, files));
        using (var writer = new CheckpointWriter(files["copy/again"]))
        {
            foreach (var tensor in checkpoint.Tensors.OrderBy(tensor => checkpoint.Index.Find(tensor.Key)!.Offset))
                writer.Add(tensor.Key, checkpoint.ReadValue(tensor.Key));
            writer.Finish();
        }
        var again = Checkpoint.Open(files["copy/again"]);
        Assert.That(
            again.Tensors.Select(tensor => tensor with { PartCount = 0 }),
            Is.EqualTo(checkpoint.Tensors.Select(tensor => tensor with { PartCount = 0 }))
        );
        foreach (var tensor in checkpoint.Tensors)
            Assert.That(Bytes(again, tensor), Is.EqualTo(Bytes(checkpoint, tensor)), tensor.Key);
        Assert.That(Directory.GetFiles(files["copy"]), Has.Length.EqualTo(2), "a temporary file was left");
        if (checkpoint.Index.Header.NumShards == 1 && checkpoint.Tensors.All(tensor => tensor.PartCount == 0))
            Assert.That(File.ReadAllBytes(files["copy/again.index"]), Is.EqualTo(File.ReadAllBytes(checkpoint.Prefix + ".index")));
    }

    private static byte[] Bytes(Checkpoint checkpoint, CheckpointTensor tensor)
    {
        var value = checkpoint.ReadValue(tensor.Key);
        return value.DType == DType.String ? [.. value.Strings.SelectMany(text => text.Append((byte)0))] : value.Bytes.ToArray();
    }

    private static string Path(GoldenCase golden, GoldenFiles files)
    {
        var path = files[golden.Json.GetProperty("file").GetString()!];
        // A series of checkpoints is a folder.
        var folder = files[golden.Name + ".dir"];
        return Directory.Exists(folder) ? folder : path;
    }

    private static void AssertState(GoldenCase golden, Checkpoint checkpoint)
    {
        if (!golden.Json.TryGetProperty("latest", out var latest))
            return;
        var folder = System.IO.Path.GetDirectoryName(checkpoint.Prefix)!;
        var state = CheckpointState.Read(folder)!;
        Assert.That(state.Latest, Is.EqualTo(latest.GetString()));
        Assert.That(checkpoint.Prefix, Is.EqualTo(state.LatestPrefix));
        Assert.That(state.All, Contains.Item(latest.GetString()));
        state.Write();
        Assert.That(CheckpointState.Read(folder)!.All, Is.EqualTo(state.All));
        if (golden.Json.TryGetProperty("state_file", out var text))
            Assert.That(File.ReadAllText(System.IO.Path.Combine(folder, CheckpointState.FileName)), Is.EqualTo(text.GetString()));
    }

    private static void AssertScalars(JsonElement keys, int count, Checkpoint checkpoint)
    {
        Assert.That(checkpoint.Tensors, Has.Count.EqualTo(count));
        foreach (var key in keys.EnumerateObject())
            Assert.That(
                checkpoint.ReadArray(key.Value.GetString()!).GetSingle(),
                Is.EqualTo(float.Parse(key.Name, System.Globalization.CultureInfo.InvariantCulture))
            );
    }
}
