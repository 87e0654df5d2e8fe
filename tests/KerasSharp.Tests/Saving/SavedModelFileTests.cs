using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Models of golden files written and read again: the same weights, outputs and next training step.</summary>
public sealed class SavedModelFileTests
{
    public static IEnumerable<TestCaseData> Cases =>
        GoldenFileTests.Files.Where(data => GoldenFileTests.IsWhole((GoldenCase)data.Arguments[0]!));

    [TestCaseSource(nameof(Cases))]
    public void Archive(GoldenCase golden) => SaveAndLoad(golden, "model.keras");

    [TestCaseSource(nameof(Cases))]
    public void Legacy(GoldenCase golden) => SaveAndLoad(golden, "model.h5");

    [TestCaseSource(nameof(Cases))]
    public void Weights(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        using var folder = new TemporaryFolder();
        var file = new FileCase(golden);
        using var model = file.Load(files);
        var path = folder["model.weights.h5"];
        model.SaveWeights(path);
        using var other = Model.FromJson(model.ToJson());
        other.LoadWeights(path);
        AssertSame(model, other);
        file.CheckOutputs(other);
    }

    private static void SaveAndLoad(GoldenCase golden, string name)
    {
        using var files = golden.ExtractFiles();
        using var folder = new TemporaryFolder();
        var file = new FileCase(golden);
        using var model = file.Load(files);
        model.Save(folder[name]);
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path).Count(), Is.EqualTo(1), "nothing but the file is left");
        using var again = Model.Load(folder[name]);
        AssertSame(model, again);
        file.CheckWeights(again);
        file.CheckOutputs(again);
        file.CheckResumed(again);
        Assert.That(again.Optimizer?.GetConfig().ToString(), Is.EqualTo(model.Optimizer?.GetConfig().ToString()));
    }

    private static void AssertSame(Model expected, Model actual)
    {
        Assert.That(actual.Weights.Select(weight => weight.Shape), Is.EqualTo(expected.Weights.Select(weight => weight.Shape)));
        foreach (var (one, other) in expected.GetWeights().Zip(actual.GetWeights()))
            Assert.That(np.array_equal(one, other), Is.True);
    }
}
