using System.Text.Json;
using KerasSharp.Formats.Keras;
using KerasSharp.Formats.Tests.Hdf5;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Every golden model file: its kind, configurations, weights, optimizer state and assets.</summary>
public sealed class KerasGoldenTests
{
    private static readonly Dictionary<string, KerasFileKind> Kinds = new()
    {
        ["keras2-h5"] = KerasFileKind.LegacyModel,
        ["keras3-h5"] = KerasFileKind.LegacyModel,
        ["keras2-weights-h5"] = KerasFileKind.LegacyWeights,
        ["keras2-weights"] = KerasFileKind.Weights,
        ["keras3-weights"] = KerasFileKind.Weights,
        ["keras2-keras"] = KerasFileKind.Archive,
        ["keras3-zip"] = KerasFileKind.Archive,
        ["keras3-dir"] = KerasFileKind.Directory,
        ["keras3-sharded"] = KerasFileKind.ShardedWeights,
    };

    private static IEnumerable<TestCaseData> Models =>
        Hdf5Cases.All.Where(data => ((GoldenCase)data.Arguments[0]!).Json.TryGetProperty("weights", out _));

    [TestCaseSource(nameof(Models))]
    public void ModelsAreRead(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        using var file = KerasFile.Open(files[golden.Json.GetProperty("file").GetString()!]);
        using (Assert.EnterMultipleScope())
        {
            if (Kinds.TryGetValue(golden.Group, out var kind))
                Assert.That(file.Kind, Is.EqualTo(kind));
            if (golden.Json.TryGetProperty("whole_model", out var whole))
                Assert.That(file.Kind, Is.EqualTo(whole.GetBoolean() ? KerasFileKind.LegacyModel : KerasFileKind.LegacyWeights));
            CheckConfigurations(golden, file);
            CheckWeights(golden, file);
            CheckOptimizer(golden, file);
            CheckVocabularies(golden, file);
        }
    }

    private static IEnumerable<TestCaseData> RealModels => GoldenFamily.TestCases("real");

    [TestCaseSource(nameof(RealModels))]
    public void RealModelsAreRead(GoldenCase golden)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, golden.ReadFile(golden.Json.GetProperty("file").GetString()!));
        using var file = KerasFile.Open(path);
        var weights = file.Legacy!.Layers.SelectMany(layer => layer.Weights).ToArray();
        Assert.That(file.Kind, Is.EqualTo(KerasFileKind.LegacyModel));
        Assert.That(file.Legacy.Layers, Has.Count.EqualTo(golden.Json.GetProperty("layers").GetInt32()));
        Assert.That(weights.Sum(weight => weight.Read().size), Is.EqualTo(golden.Json.GetProperty("params").GetInt64()));
        Assert.That(file.OptimizerVariables, Is.Not.Empty);
        Assert.That(
            JsonElement.Parse(file.TrainingConfigJson!).GetProperty("optimizer_config").ValueKind,
            Is.EqualTo(JsonValueKind.Object)
        );
        file.Dispose();
        File.Delete(path);
    }

    private static void CheckConfigurations(GoldenCase golden, KerasFile file)
    {
        bool isWhole = file.Kind is KerasFileKind.LegacyModel or KerasFileKind.Archive or KerasFileKind.Directory;
        Assert.That(file.ConfigJson is not null, Is.EqualTo(isWhole), "configuration");
        if (isWhole && golden.Json.TryGetProperty("config_json", out var config))
            Assert.That(JsonElement.DeepEquals(JsonElement.Parse(file.ConfigJson!), config), "configuration");
        if (file.Kind == KerasFileKind.LegacyModel && golden.Json.TryGetProperty("training_config", out var training))
            CheckTraining(file, training);
        if (golden.Json.TryGetProperty("metadata", out var metadata))
            Assert.That(file.KerasVersion, Is.EqualTo(metadata.GetProperty("keras_version").GetString()));
        if (golden.Json.TryGetProperty("keras_version", out var version) && file.Legacy is { } legacy)
            Assert.That(legacy.IsKeras1, Is.EqualTo(version.GetString()!.StartsWith('1')));
    }

    private static void CheckTraining(KerasFile file, JsonElement expected)
    {
        Assert.That(file.TrainingConfigJson is null, Is.EqualTo(expected.ValueKind == JsonValueKind.Null), "training configuration");
        if (file.TrainingConfigJson is { } json)
            Assert.That(JsonElement.DeepEquals(JsonElement.Parse(json), expected), "training configuration");
    }

    private static void CheckWeights(GoldenCase golden, KerasFile file)
    {
        // Keras 1 kept other arrays than the ones that the case lists; the loader turns them.
        if (file.Legacy is { IsKeras1: true })
            return;
        var weights = golden.Json.GetProperty("weights").EnumerateArray().ToArray();
        for (int i = 0; i < weights.Length; i++)
            if (Find(file, weights, i) is { } variable)
                Arrays.AssertHolds(golden.Array($"weight_{i}"), variable, $"weight {i}, {weights[i]}");
    }

    // Where a file does not hold a weight at all, the case says null.
    private static KerasVariable? Find(KerasFile file, JsonElement[] weights, int i)
    {
        string path = weights[i].GetProperty("path").GetString()!;
        if (weights[i].TryGetProperty("stored_at", out var place))
            return place.ValueKind == JsonValueKind.Null ? null : All(file).Single(variable => variable.Path == place.GetString());
        if (file.Legacy is { } legacy)
            return legacy.Layers.SelectMany(layer => layer.Weights).ElementAt(i);
        string layer = Owner(path);
        int index = weights.Take(i).Count(other => Owner(other.GetProperty("path").GetString()!) == layer);
        return file.Tree!.Groups.Single(group => group.Name == layer).Variables[index];
    }

    private static string Owner(string path) => path.Split('/')[^2];

    private static IEnumerable<KerasVariable> All(KerasFile file) =>
        file.Tree is { } tree
            ? tree.Groups.SelectMany(group => group.Variables)
            : file.Legacy!.Layers.SelectMany(layer => layer.Weights).Concat(file.Legacy.TopLevel);

    private static void CheckOptimizer(GoldenCase golden, KerasFile file)
    {
        if (!golden.Json.TryGetProperty("optimizer_variables", out var expected) || file.Kind == KerasFileKind.LegacyWeights)
            return;
        var variables = expected.ValueKind == JsonValueKind.Array ? expected.GetArrayLength() : expected.GetInt32();
        // The hdf5 cases list what Keras 3 makes of its own .h5, which is less than the file has.
        bool isAll = golden.Group != "hdf5";
        Assert.That(file.OptimizerVariables, isAll ? Has.Count.EqualTo(variables) : Has.Count.AtLeast(variables));
        for (int i = 0; i < Math.Min(variables, file.OptimizerVariables.Count); i++)
            if (golden.Has($"optimizer_{i}"))
                Arrays.AssertHolds(golden.Array($"optimizer_{i}"), file.OptimizerVariables[i], $"optimizer variable {i}");
    }

    private static void CheckVocabularies(GoldenCase golden, KerasFile file)
    {
        if (!golden.Json.TryGetProperty("vocabularies", out var vocabularies) || file.ConfigJson is null || file.Legacy is not null)
            return;
        var stored = file.Assets.Names.Select(name => file.Assets.FindLines(name)!).ToArray();
        foreach (var vocabulary in vocabularies.EnumerateObject())
        {
            string[] words = [.. vocabulary.Value.EnumerateArray().Select(word => word.GetString()!)];
            Assert.That(stored, Has.Some.EqualTo(words), vocabulary.Name);
        }
    }
}
