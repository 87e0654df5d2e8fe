using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.SavedModel;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.SavedModel;

/// <summary>SavedModels that are missing something, cut or altered.</summary>
public sealed class BadSavedModelTests
{
    private static readonly DamagedFiles MetaGraphs = new(
        ["ckpt-name"],
        name => name.EndsWith(".meta"),
        (_, files, name) => ReadAll(MetaGraphFile.Read(files[name]), files[name])
    );

    private static readonly DamagedFiles Files = new(
        ["savedmodel", "keras2-savedmodel", "keras3-export"],
        name => name.EndsWith(".pb") || name.EndsWith(".index"),
        (golden, files, _) => ReadAll(files[golden.Json.GetProperty("file").GetString()!])
    );

    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("badfiles", "savedmodel");

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
    public void CutOff() => Assert.That(Files.RefusedWhenCut(), Is.GreaterThan(1000));

    [Test]
    public void Altered() => Assert.That(Files.RefusedWhenAltered(), Is.GreaterThan(0));

    [Test]
    public void MetaGraphsCutOff() => Assert.That(MetaGraphs.RefusedWhenCut(), Is.GreaterThan(100));

    [Test]
    public void MetaGraphsAltered() => Assert.That(MetaGraphs.RefusedWhenAltered(), Is.GreaterThan(0));

    private static void ReadAll(string folder)
    {
        var model = SavedModelFolder.Open(folder);
        _ = model.Fingerprint;
        _ = model.KerasMetadata?.Nodes.Select(node => node.Name).ToArray();
        foreach (var graph in model.Graphs)
            ReadAll(graph, folder);
        ReadAll(model.Checkpoint);
    }

    private static void ReadAll(SavedModelGraph graph, string path)
    {
        _ = graph.Collections.Count + graph.Tables.Count;
        GraphCheck.ThrowIfInvalid(graph.Graph, path);
        _ = graph.Signatures.Values.Select(signature => signature.ToString()).ToArray();
        foreach (var variable in graph.Variables)
            if (variable.DType is not null and not DType.String)
                _ = variable.Read();
    }

    private static void ReadAll(Checkpoint? checkpoint)
    {
        foreach (var tensor in checkpoint?.Tensors ?? [])
            _ = checkpoint!.ReadValue(tensor.Key);
    }
}
