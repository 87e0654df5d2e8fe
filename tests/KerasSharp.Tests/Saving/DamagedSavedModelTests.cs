using KerasSharp.Formats;
using KerasSharp.Testing;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>SavedModels and checkpoints of which one file is cut off or altered: each still loads, or is refused as a file.</summary>
public sealed class DamagedSavedModelTests
{
    [TestCase("keras2-savedmodel.mlp", "keras_metadata.pb")]
    [TestCase("keras2-savedmodel.nested", "keras_metadata.pb")]
    [TestCase("keras2-savedmodel.nested", "variables/variables.index")]
    [TestCase("keras2-savedmodel.mlp", "variables/variables.data-00000-of-00001")]
    [TestCase("keras2-savedmodel.functional", "saved_model.pb")]
    public void LoadsOrIsRefused(string name, string part)
    {
        var golden = GoldenFamily.Load("files").Cases.Single(golden => golden.Name == name);
        var original = golden.ReadFile($"{name}.savedmodel/{part}");
        using var files = golden.ExtractFiles();
        var path = files[$"{name}.savedmodel"];
        int refused = 0;
        foreach (var damaged in Damage.Truncations(original).Concat(Damage.Mutants(original, Damage.MutantCount / 5)))
        {
            File.WriteAllBytes(Path.Combine(path, part), damaged);
            refused += Damage.IsRefused<FileFormatException>(() => Model.Load(path).Dispose(), part) ? 1 : 0;
        }
        Assert.That(refused, Is.Positive);
    }
}
