using System.Text.Json;
using KerasSharp.Formats;
using KerasSharp.Testing;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Damaged, wrong and hostile model files: each loads where Keras loads it too, or is refused by an error that names the file.</summary>
public sealed class BadFileTests
{
    /// <summary>Here a file is what its content says, whatever it is called.</summary>
    private static readonly HashSet<string> MisnamedOnly = ["h5.is-a-zip", "keras.is-hdf5"];

    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("badfiles", "h5", "keras", "weights");

    [TestCaseSource(nameof(Cases))]
    public void LoadsOrIsRefused(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        if (golden.Json.GetProperty("expect").GetString()!.Contains("nothing may be written outside", StringComparison.Ordinal))
            Damage.IsRefused<FileFormatException>(() => Load(golden, path), golden.Name);
        else if (
            MisnamedOnly.Contains(golden.Name)
            || golden.Json.GetProperty("says").EnumerateObject().All(said => said.Value.GetString() == "ok")
        )
            Load(golden, path);
        else
            Assert.That(() => Load(golden, path), Throws.TypeOf<FileFormatException>().With.Message.Contains(Path.GetFileName(path)));
        Assert.That(
            Directory.EnumerateFileSystemEntries(files.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName),
            Is.EqualTo(new[] { Path.GetFileName(path) }),
            "nothing is written"
        );
        Assert.That(File.Exists(Path.Combine(files.Folder, "..", "evil.txt")), Is.False);
    }

    [TestCase("h5.lambda-bytecode-keras3", "bytecode")]
    [TestCase("keras.lambda-bytecode-keras2", "bytecode")]
    [TestCase("keras.lambda-bytecode-keras3", "bytecode")]
    [TestCase("keras.foreign-module", "'os'")]
    [TestCase("keras.custom-class", "my_package")]
    [TestCase("keras.unknown-argument", "'colour'")]
    [TestCase("keras.unknown-initializer", "Layer 'hidden_1' (Dense): 'Psychic'")]
    [TestCase("keras.missing-variable", "hidden_1")]
    [TestCase("keras.missing-layer", "'dense'")]
    [TestCase("keras.graph-undefined-layer", "'nowhere'")]
    [TestCase("keras.graph-shape-mismatch", "'shared'")]
    [TestCase("keras.graph-cycle", "joined")]
    [TestCase("keras.graph-bad-index", "score")]
    [TestCase("h5.missing-argument", "Layer 'hidden_1' (Dense): The config has no 'units'")]
    [TestCase("h5.units-a-string", "'units'")]
    [TestCase("h5.unknown-activation", "'sparkle'")]
    [TestCase("h5.unknown-class", "'FancyDense'")]
    [TestCase("h5.unknown-optimizer", "'Adamant'")]
    [TestCase("h5.too-few-layers", "3 layers")]
    [TestCase("weights.wrong-shape", "(4, 9)")]
    public void TheErrorSays(string name, string mentions)
    {
        var golden = GoldenFamily.Load("badfiles").Cases.Single(golden => golden.Name == name);
        using var files = golden.ExtractFiles();
        Assert.That(
            () => Load(golden, files[golden.Json.GetProperty("file").GetString()!]),
            Throws.TypeOf<FileFormatException>().With.Message.Contains(mentions)
        );
    }

    private static void Load(GoldenCase golden, string path)
    {
        if (golden.Json.TryGetProperty("model", out JsonElement model))
            FileCase.LoadWeights(model, path).Dispose();
        else
            Model.Load(path).Dispose();
    }
}
