using KerasSharp.Formats.Keras;
using KerasSharp.Formats.Tests.Hdf5;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Models in TensorFlow's files, checkpoints and SavedModels: their kind, configurations, and every variable with its value.</summary>
public sealed class TensorFlowFileTests
{
    private static IEnumerable<TestCaseData> Models =>
        GoldenFamily.TestCases("files", "keras2-savedmodel", "keras3-export", "keras2-ckpt", "ckpt-object");

    [TestCaseSource(nameof(Models))]
    public void IsRead(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        using var file = KerasFile.Open(files[golden.Json.GetProperty("file").GetString()!]);
        bool isSavedModel = golden.Json.TryGetProperty("saved_model", out _);
        Assert.That(file.Kind, Is.EqualTo(isSavedModel ? KerasFileKind.SavedModel : KerasFileKind.Checkpoint));
        Assert.That(file.ConfigJson is not null, Is.EqualTo(golden.Group == "keras2-savedmodel"));
        AssertWeights(golden, file.Objects!);
        AssertOptimizer(golden, file.OptimizerVariables);
    }

    [Test]
    public void NamesWithoutObjectsAreRefused()
    {
        var golden = GoldenFamily.CasesOf("files", "ckpt-name").First(golden => golden.Name == "ckpt-name.adam");
        using var files = golden.ExtractFiles();
        Assert.That(
            () => KerasFile.Open(files["ckpt-name.adam.ckpt"]),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("no objects")
        );
    }

    private static void AssertWeights(GoldenCase golden, ObjectWeights objects)
    {
        double[][] stored = [.. objects.Model.Walk().Select(entry => objects.Find(entry.Object)).OfType<KerasVariable>().Select(Values)];
        int count = golden.Json.TryGetProperty("weights", out var weights) ? weights.GetArrayLength() : 0;
        for (int i = 0; i < count; i++)
            Assert.That(stored, Has.Some.EqualTo(golden.Array($"weight_{i}").ToDoubles()), weights[i].GetProperty("path").GetString());
    }

    /// <summary>Keras 2 does not count the learning rate, which comes second.</summary>
    private static void AssertOptimizer(GoldenCase golden, IReadOnlyList<KerasVariable> variables)
    {
        for (int i = 0; golden.Has($"optimizer_{i}") && variables.Count > 0; i++)
            Arrays.AssertHolds(
                golden.Array($"optimizer_{i}"),
                variables[i > 0 && golden.Group.StartsWith("keras2-", StringComparison.Ordinal) ? i + 1 : i],
                $"optimizer variable {i}"
            );
    }

    private static double[] Values(KerasVariable variable) => variable.DType == DType.String ? [] : Arrays.ToDoubles(variable.Read());
}
