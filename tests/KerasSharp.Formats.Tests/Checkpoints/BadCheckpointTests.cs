using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Checkpoints;

/// <summary>Checkpoints that are missing something, cut or altered.</summary>
public sealed class BadCheckpointTests
{
    private static readonly DamagedFiles Files = new(
        ["ckpt-name", "ckpt-object", "ckpt-odd", "keras2-ckpt"],
        name => name.EndsWith(".index") || name.Contains(".data-"),
        (_, files, name) => ReadAll(files[IndexOf(name)])
    );

    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("badfiles", "ckpt");

    [TestCaseSource(nameof(Cases))]
    public void IsRefused(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        Assert.That(() => ReadAll(path), Throws.TypeOf<FileFormatException>().With.Message.Contains(golden.Name));
    }

    [Test]
    public void NoCheckpoint()
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => Checkpoint.Open(folder["none"]), Throws.TypeOf<FileNotFoundException>().With.Message.Contains("none.index"));
        Assert.That(() => Checkpoint.Open(folder.Path), Throws.TypeOf<FileNotFoundException>().With.Message.Contains("'checkpoint'"));
        File.WriteAllText(folder["old.ckpt"], "one file");
        Assert.That(() => Checkpoint.Open(folder["old.ckpt"]), Throws.TypeOf<FileFormatException>().With.Message.Contains("version 1"));
    }

    [Test]
    public void NoSuchTensor()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new CheckpointWriter(folder["c"]))
        {
            writer.Add("dense/kernel", TensorValue.From<float>([1], [1]));
            Assert.That(() => writer.Add("dense/kernel", TensorValue.From<float>([1], [1])), Throws.ArgumentException);
            Assert.That(() => writer.Add("", TensorValue.From<float>([1], [1])), Throws.ArgumentException);
            writer.Finish();
        }
        Assert.That(
            () => Checkpoint.Open(folder["c"]).ReadArray("kernel"),
            Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("dense/kernel")
        );
    }

    [Test]
    public void NothingIsLeftOfAnUnfinishedOne()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new CheckpointWriter(folder["c"]))
            writer.Add("x", TensorValue.From<float>([1], [1]));
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    /// <summary>Both files of each case, cut at many places.</summary>
    [Test]
    public void CutOff() => Assert.That(Files.RefusedWhenCut(), Is.GreaterThan(1000));

    [Test]
    public void Altered() => Assert.That(Files.RefusedWhenAltered(), Is.GreaterThan(0));

    private static string IndexOf(string name) =>
        name.EndsWith(".index") ? name : name[..name.IndexOf(".data-", StringComparison.Ordinal)] + ".index";

    private static void ReadAll(string path)
    {
        var checkpoint = Checkpoint.Open(path);
        _ = checkpoint.Root?.Walk().Count();
        foreach (var tensor in checkpoint.Tensors)
            _ = checkpoint.ReadValue(tensor.Key);
    }
}
