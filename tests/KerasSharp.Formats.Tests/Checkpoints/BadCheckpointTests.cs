using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Checkpoints;

/// <summary>Checkpoints that are missing something, cut or altered.</summary>
public sealed class BadCheckpointTests
{
    private static readonly string[] Groups = ["ckpt-name", "ckpt-object", "ckpt-odd", "keras2-ckpt"];

    private static IEnumerable<TestCaseData> Cases() => GoldenGroups.Cases("badfiles", "ckpt");

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
    public void CutOff()
    {
        int refused = 0;
        foreach (var golden in GoldenGroups.Plain("files", Groups))
        {
            using var files = golden.ExtractFiles();
            foreach (var name in Names(golden))
            foreach (var part in Damage.Truncations(golden.ReadFile(name)))
                refused += Refused(files, name, part, $"{part.Length} bytes of {name}") ? 1 : 0;
        }
        Assert.That(refused, Is.GreaterThan(1000));
    }

    [Test]
    public void Altered()
    {
        var originals = GoldenGroups
            .Plain("files", Groups)
            .SelectMany(golden => Names(golden).Select(name => (Case: golden, Name: name)))
            .ToArray();
        int each = Math.Max(1, Damage.MutantCount / originals.Length);
        int refused = 0;
        foreach (var (golden, name) in originals)
        {
            using var files = golden.ExtractFiles();
            int number = 0;
            foreach (var mutant in Damage.Mutants(golden.ReadFile(name), each))
                refused += Refused(files, name, mutant, $"mutant {number++} of {name}") ? 1 : 0;
        }
        Assert.That(refused, Is.GreaterThan(0));
    }

    private static string[] Names(GoldenCase golden) =>
        [
            .. golden
                .Json.GetProperty("files")
                .EnumerateArray()
                .Select(file => file[0].GetString()!)
                .Where(name => name.EndsWith(".index") || name.Contains(".data-")),
        ];

    /// <summary>Puts a damaged file in the place of a whole one for as long as it is read.</summary>
    private static bool Refused(GoldenFiles files, string name, byte[] bytes, string what)
    {
        var whole = File.ReadAllBytes(files[name]);
        File.WriteAllBytes(files[name], bytes);
        var prefix = files[name.EndsWith(".index") ? name : name[..name.IndexOf(".data-", StringComparison.Ordinal)] + ".index"];
        bool refused = Damage.IsRefused<FileFormatException>(() => ReadAll(prefix), what);
        File.WriteAllBytes(files[name], whole);
        return refused;
    }

    private static void ReadAll(string path)
    {
        var checkpoint = Checkpoint.Open(path);
        _ = checkpoint.Root?.Walk().Count();
        foreach (var tensor in checkpoint.Tensors)
            _ = checkpoint.ReadValue(tensor.Key);
    }
}
