using Google.Protobuf;
using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Checkpoints.Bundles;
using KerasSharp.Formats.Checkpoints.Tables;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Checkpoints;

/// <summary>Checkpoints whose index was changed and has right checksums all the same.</summary>
public sealed class RewrittenIndexTests
{
    private const string Objects = "_CHECKPOINTABLE_OBJECT_GRAPH";

    private static GoldenCase[] Originals() =>
        [
            .. GoldenFamily
                .CasesOf("files", "ckpt-name", "ckpt-object", "ckpt-odd", "keras2-ckpt")
                .Where(golden => golden.Json.TryGetProperty("checkpoint", out _)),
        ];

    [Test]
    public void AlteredEntries()
    {
        int refused = 0;
        var originals = Originals();
        foreach (var golden in originals)
        {
            using var files = golden.ExtractFiles();
            var index = Index(files);
            var entries = Entries(index);
            var random = new Random(1);
            for (int i = 0; i < Math.Max(1, Damage.MutantCount / originals.Length); i++)
            {
                var altered = entries.ToArray();
                int at = random.Next(altered.Length);
                altered[at].Value = altered[at].Value.Length == 0 ? [0xFF] : Damage.Mutants(altered[at].Value, 1, seed: i).Single();
                Write(index, altered);
                refused += Damage.IsRefused<FileFormatException>(() => ReadAll(index), $"mutant {i} of entry {at} of {golden.Name}")
                    ? 1
                    : 0;
            }
        }
        Assert.That(refused, Is.GreaterThan(0));
    }

    [Test]
    public void AlteredObjects()
    {
        int refused = 0;
        var originals = Originals().Where(golden => golden.Json.GetProperty("checkpoint").TryGetProperty("object_graph", out _)).ToArray();
        foreach (var golden in originals)
        {
            using var files = golden.ExtractFiles();
            var graph = Checkpoint.Open(Index(files)).ReadValue(Objects).Strings[0];
            int number = 0;
            foreach (var mutant in Damage.Mutants(graph, Math.Max(1, Damage.MutantCount / originals.Length)))
            {
                using (var writer = new CheckpointWriter(files["altered"]))
                {
                    writer.Add(Objects, TensorValue.FromStrings(Shape.Scalar, [mutant]));
                    writer.Finish();
                }
                var what = $"mutant {number++} of the objects of {golden.Name}";
                refused += Damage.IsRefused<FileFormatException>(() => ReadAll(files["altered"]), what) ? 1 : 0;
            }
        }
        Assert.That(refused, Is.GreaterThan(0));
    }

    /// <summary>Values may be spread over several files.</summary>
    [Test]
    public void SeveralFiles()
    {
        var golden = GoldenFamily.CasesOf("files", "ckpt-name").First();
        using var files = golden.ExtractFiles();
        var index = Index(files);
        var whole = Checkpoint.Open(index);
        var values = whole.Tensors.Select(tensor => whole.ReadValue(tensor.Key).Bytes.ToArray()).ToArray();
        var entries = Entries(index);
        entries[0].Value = new BundleHeaderProto
        {
            NumShards = 2,
            Version = new VersionDef { Producer = 1 },
        }.ToByteArray();
        for (int i = 1; i < entries.Length; i++)
        {
            var entry = BundleEntryProto.Parser.ParseFrom(entries[i].Value);
            entry.ShardId = i % 2;
            entries[i].Value = entry.ToByteArray();
        }
        Write(index, entries);
        Assert.That(() => Checkpoint.Open(index), Throws.TypeOf<FileFormatException>().With.Message.Contains("data-0000"));
        for (int shard = 0; shard < 2; shard++)
            File.Copy(BundlePaths.Shard(whole.Prefix, 0, 1), BundlePaths.Shard(whole.Prefix, shard, 2));
        var spread = Checkpoint.Open(index);
        Assert.That(spread.Tensors.Select(tensor => spread.ReadValue(tensor.Key).Bytes.ToArray()), Is.EqualTo(values));
    }

    private static string Index(GoldenFiles files) =>
        Directory.GetFiles(files.Folder, "*.index", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

    private static (byte[] Key, byte[] Value)[] Entries(string index) =>
        [.. TableReader.Read(index).Select(entry => (entry.Key, entry.Value.ToArray()))];

    private static void Write(string index, (byte[] Key, byte[] Value)[] entries)
    {
        using var stream = File.Create(index);
        TableWriter.Write(stream, entries);
    }

    private static void ReadAll(string path)
    {
        var checkpoint = Checkpoint.Open(path);
        _ = checkpoint.Root?.Walk().Count();
        foreach (var tensor in checkpoint.Tensors)
            _ = checkpoint.ReadValue(tensor.Key);
    }
}
