using KerasSharp.Formats.Keras;
using KerasSharp.Formats.Tests.Hdf5;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Every golden bad file: refused by this reader, or well-formed and left to the loader of models.</summary>
public sealed class BadFileTests
{
    // What is wrong with these can only be seen by who builds a model (classes, arguments, graphs, weights that do not fit), or nothing is: the kind is
    // recognised by the content, whatever the file's name.
    private static readonly string[] LeftToTheLoader =
    [
        "h5.is-a-zip",
        "h5.keras2-no-optimizer-weights",
        "h5.keras2-unknown-class",
        "h5.lambda-",
        "h5.missing-argument",
        "h5.no-weight-names",
        "h5.too-few-layers",
        "h5.units-",
        "h5.unknown-",
        "keras.custom-class",
        "keras.deflated",
        "keras.foreign-module",
        "keras.graph-",
        "keras.is-hdf5",
        "keras.lambda-",
        "keras.missing-",
        "keras.no-metadata",
        "keras.unknown-",
        "weights.extra-layer",
        "weights.float64-and-half",
        "weights.missing-layer",
        "weights.other-model",
        "weights.wrong-shape",
    ];

    private static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("badfiles", "h5", "keras", "weights");

    // What Keras says where the file itself is wrong, rather than the model in it.
    private static readonly string[] WrongFile = ["JSONDecodeError", "OSError", "BadZipFile", "Not allowed", "KeyError", "zip file"];

    [TestCaseSource(nameof(Cases))]
    public void BadFilesAreRefused(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        string path = files[golden.Json.GetProperty("file").GetString()!];
        if (LeftToTheLoader.Any(name => golden.Name.StartsWith(name, StringComparison.Ordinal)))
        {
            Assert.DoesNotThrow(() => ReadAll(path));
            return;
        }
        bool isRefused = Damage.IsRefused<FileFormatException>(() => ReadAll(path), golden.ToString());
        if (MustBeRefused(golden))
            Assert.That(isRefused, $"{golden}: {golden.Json.GetProperty("expect")}");
        if (isRefused)
            Assert.That(Assert.Throws<FileFormatException>(() => ReadAll(path))!.File, Does.StartWith(path));
    }

    // Keras itself loads archives whose members lead out, since it takes no notice of them.
    private static bool MustBeRefused(GoldenCase golden) =>
        golden.Name.Contains("zip-slip")
        || golden.Name.Contains("no-layer-names")
        || golden.Json.GetProperty("says").EnumerateObject().Any(says => WrongFile.Any(says.Value.GetString()!.Contains));

    [Test]
    public void NothingIsWrittenForNamesThatLeadOut()
    {
        var golden = (GoldenCase)Cases.First(data => ((GoldenCase)data.Arguments[0]!).Name == "keras.zip-slip-parent").Arguments[0]!;
        using var files = golden.ExtractFiles();
        Assert.Throws<FileFormatException>(() => ReadAll(files[golden.Json.GetProperty("file").GetString()!]));
        Assert.That(Directory.GetFiles(files.Folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
        Assert.That(File.Exists(Path.Combine(files.Folder, "..", "evil.txt")), Is.False);
    }

    /// <summary>Reads everything that a model file holds.</summary>
    internal static void ReadAll(string path)
    {
        using var file = KerasFile.Open(path);
        foreach (var variable in VariablesOf(file))
            if (variable.DType == DType.String)
                variable.ReadStrings();
            else
                variable.Read();
        foreach (string asset in file.Assets.Names)
            file.Assets.Find(asset);
    }

    private static IEnumerable<KerasVariable> VariablesOf(KerasFile file) =>
        [
            .. file.Tree?.Groups.SelectMany(group => group.Variables) ?? [],
            .. file.Legacy?.Layers.SelectMany(layer => layer.Weights) ?? [],
            .. file.Legacy?.TopLevel ?? [],
            .. file.Kind == KerasFileKind.LegacyModel ? file.OptimizerVariables : [],
        ];
}
