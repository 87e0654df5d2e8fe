using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.SavedModel;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.SavedModel;

/// <summary>SavedModels that are missing something, cut or altered.</summary>
public sealed class BadSavedModelTests
{
    private static readonly string[] Groups = ["savedmodel", "keras2-savedmodel", "keras3-export"];

    private static IEnumerable<TestCaseData> Cases() => GoldenGroups.Cases("badfiles", "savedmodel");

    [TestCaseSource(nameof(Cases))]
    public void IsRefused(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var folder = files[golden.Json.GetProperty("file").GetString()!];
        // Tags that the model does not have are the caller's mistake, not the file's.
        if (golden.Json.TryGetProperty("tags", out var tags))
            Assert.That(
                () => SavedModelFolder.Open(folder).Graph(SavedModelExpectations.Strings(tags)),
                Throws.ArgumentException.With.Message.Contains("It has: {'serve'}")
            );
        else
            Assert.That(() => ReadAll(folder), Throws.TypeOf<FileFormatException>().With.Message.Contains(golden.Name));
    }

    [Test]
    public void AnAssetOutsideOfTheFolder()
    {
        using var folder = new TemporaryFolder();
        var graph = new MetaGraphDef { AssetFileDef = { new AssetFileDef { Filename = "../../secret.txt" } } };
        var model = new KerasSharp.Formats.Protobuf.SavedModel { MetaGraphs = { graph } };
        File.WriteAllBytes(folder["saved_model.pb"], Google.Protobuf.MessageExtensions.ToByteArray(model));
        Assert.That(() => SavedModelFolder.Open(folder.Path), Throws.TypeOf<FileFormatException>().With.Message.Contains("outside"));
    }

    [Test]
    public void CutOff()
    {
        int refused = 0;
        foreach (var golden in GoldenGroups.Plain("files", Groups))
        {
            using var files = golden.ExtractFiles();
            foreach (var name in Names(golden))
            foreach (var part in Damage.Truncations(golden.ReadFile(name)))
                refused += Refused(golden, files, name, part, $"{part.Length} bytes of {name}") ? 1 : 0;
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
                refused += Refused(golden, files, name, mutant, $"mutant {number++} of {name}") ? 1 : 0;
        }
        Assert.That(refused, Is.GreaterThan(0));
    }

    private static string[] Names(GoldenCase golden) =>
        [
            .. golden
                .Json.GetProperty("files")
                .EnumerateArray()
                .Select(file => file[0].GetString()!)
                .Where(name => name.EndsWith(".pb") || name.EndsWith(".index")),
        ];

    private static bool Refused(GoldenCase golden, GoldenFiles files, string name, byte[] bytes, string what)
    {
        var whole = File.ReadAllBytes(files[name]);
        File.WriteAllBytes(files[name], bytes);
        bool refused = Damage.IsRefused<FileFormatException>(() => ReadAll(files[golden.Json.GetProperty("file").GetString()!]), what);
        File.WriteAllBytes(files[name], whole);
        return refused;
    }

    private static void ReadAll(string folder)
    {
        var model = SavedModelFolder.Open(folder);
        _ = model.Fingerprint;
        _ = model.KerasMetadata?.Nodes.Select(node => node.Name).ToArray();
        foreach (var graph in model.Graphs)
        {
            _ = graph.Collections.Count + graph.Tables.Count;
            GraphCheck.ThrowIfInvalid(graph.Graph, folder);
            _ = graph.Signatures.Values.Select(signature => signature.ToString()).ToArray();
            foreach (var variable in graph.Variables)
                if (variable.DType is not null and not DType.String)
                    _ = variable.Read();
        }
        ReadAll(model.Checkpoint);
    }

    private static void ReadAll(Checkpoint? checkpoint)
    {
        foreach (var tensor in checkpoint?.Tensors ?? [])
            _ = checkpoint!.ReadValue(tensor.Key);
    }
}
