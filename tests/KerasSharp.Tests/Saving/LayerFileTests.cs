using KerasSharp.Testing;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Every layer that is built, alone in a model: written and read again it computes what it did.</summary>
public sealed class LayerFileTests
{
    public static IEnumerable<TestCaseData> Cases =>
        SavedLayers.Chosen.Select(golden => new TestCaseData(golden).SetName(golden.ToString()));

    [TestCaseSource(nameof(Cases))]
    public void Archive(GoldenCase golden) => Check(golden, "layer.keras");

    [TestCaseSource(nameof(Cases))]
    public void Legacy(GoldenCase golden) => Check(golden, "layer.h5");

    private static void Check(GoldenCase golden, string name)
    {
        using var folder = new TemporaryFolder();
        using var model = SavedLayers.Build(golden);
        model.Save(folder[name]);
        using var again = Model.Load(folder[name]);
        Assert.That(again.Layers[^1].GetConfig().ToString(), Is.EqualTo(model.Layers[^1].GetConfig().ToString()));
        new FileCase(golden).CheckOutputs(again);
    }
}
