using System.Text;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Every golden model file: what it loads as computes and trains as it did in the Keras that wrote it.</summary>
public sealed class GoldenFileTests
{
    private static readonly string[] Groups = [.. GoldenGroups.KerasHdf5, "keras2-savedmodel", "keras2-ckpt", "ckpt-object"];

    public static IEnumerable<TestCaseData> Files =>
        GoldenFamily.TestCases("files", Groups).Where(data => ((GoldenCase)data.Arguments[0]!).Json.TryGetProperty("inputs", out _));

    public static IEnumerable<TestCaseData> Eras => GoldenFamily.TestCases("files", "keras-era");

    public static IEnumerable<TestCaseData> AdamCheckpoints =>
        GoldenFamily.TestCases("files", "keras2-ckpt", "ckpt-object").Where(data => IsPlainAdam((GoldenCase)data.Arguments[0]!));

    public static IEnumerable<TestCaseData> Exports =>
        GoldenFamily.TestCases("files", "keras3-export").Where(data => WholeModel((GoldenCase)data.Arguments[0]!) is not null);

    public static IEnumerable<TestCaseData> Json => GoldenFamily.TestCases("files", "json");

    public static IEnumerable<TestCaseData> Yaml => GoldenFamily.TestCases("files", "yaml");

    public static IEnumerable<TestCaseData> Real =>
        GoldenFamily
            .TestCases("real")
            .Where(data =>
                ((GoldenCase)data.Arguments[0]!).Json.GetProperty("file").GetString()!.EndsWith(".h5", StringComparison.Ordinal)
            );

    [TestCaseSource(nameof(Files))]
    public void LoadedModel(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var file = new FileCase(golden);
        using var model = file.Load(files);
        file.CheckWeights(model);
        file.CheckOutputs(model);
        file.CheckResumed(model);
    }

    /// <summary>A model that is compiled takes the optimizer's state from a checkpoint too.</summary>
    [TestCaseSource(nameof(AdamCheckpoints))]
    public void OptimizerOfCheckpoint(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var file = new FileCase(golden);
        FileCase.CheckClasses(file.Described!.Value.GetRawText(), new ConfigOptions());
        using var model = Model.FromJson(file.Described!.Value.GetRawText());
        model.Compile(optimizer: "adam", loss: "mse");
        model.LoadWeights(files[golden.Json.GetProperty("file").GetString()!]);
        file.CheckWeights(model);
        file.CheckOptimizer(model);
    }

    /// <summary>What Keras 3 exports has no config, but all weights.</summary>
    [TestCaseSource(nameof(Exports))]
    public void WeightsOfExport(GoldenCase golden)
    {
        var whole = WholeModel(golden)!;
        using var wholeFiles = whole.ExtractFiles();
        using var model = new FileCase(whole).Load(wholeFiles);
        model.SetWeights([.. model.GetWeights().Select(weight => np.zeros_like(weight))]);
        using var files = golden.ExtractFiles();
        model.LoadWeights(files[golden.Json.GetProperty("file").GetString()!]);
        var file = new FileCase(golden);
        file.CheckWeights(model);
        file.CheckOutputs(model);
    }

    /// <summary>Also a whole model's file gives its weights to a model that is there.</summary>
    [TestCaseSource(nameof(Eras))]
    public void WeightsInto(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var file = new FileCase(golden);
        using var model = FileCase.LoadWeights(file.Described!.Value, files[golden.Json.GetProperty("file").GetString()!]);
        file.CheckWeights(model);
        file.CheckOutputs(model);
    }

    [TestCaseSource(nameof(Json))]
    public void ModelOfJson(GoldenCase golden)
    {
        var text = Text(golden);
        FileCase.CheckClasses(text, new ConfigOptions());
        using var model = Model.FromJson(text);
        Assert.That(
            model.Layers.Select(layer => (layer.Name, layer.ClassName, layer.CountParams())),
            Is.EqualTo(
                golden
                    .Json.GetProperty("layers")
                    .EnumerateArray()
                    .Select(layer => (layer[0].GetString()!, layer[1].GetString()!, layer[2].GetInt64()))
            )
        );
        Assert.That(model.CountParams(), Is.EqualTo(golden.Json.GetProperty("params").GetInt64()));
        model.SetWeights([.. model.Weights.Select((_, i) => golden.Array($"weight_{i}").ToNDArray())]);
        new FileCase(golden).CheckOutputs(model);
    }

    [TestCaseSource(nameof(Yaml))]
    public void ModelOfYaml(GoldenCase golden)
    {
        using var model = Model.FromYaml(Text(golden));
        using var expected = Model.FromJson(golden.Json.GetProperty("means").GetRawText());
        Assert.That(Names(model.ToJson()), Is.EqualTo(Names(expected.ToJson())));
        using var same = Model.FromJson(golden.Json.GetProperty("model").GetRawText());
        Assert.That(model.Weights.Select(weight => weight.Shape), Is.EqualTo(same.Weights.Select(weight => weight.Shape)));

        // A name that the config lacks is a new one each time.
        static string Names(string json) => System.Text.RegularExpressions.Regex.Replace(json, @"sequential(_\d+)?", "sequential");
    }

    [TestCaseSource(nameof(Real))]
    public void RealModel(GoldenCase golden)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, golden.ReadFile(golden.Json.GetProperty("file").GetString()!));
            var file = new FileCase(golden);
            FileCase.CheckFile(path);
            using var model = Model.Load(path);
            Assert.That(model.CountParams(), Is.EqualTo(golden.Json.GetProperty("params").GetInt64()));
            Assert.That(model.Layers, Has.Count.EqualTo(golden.Json.GetProperty("layers").GetInt32()));
            file.CheckOutputs(model);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Whether the file is a whole model.</summary>
    public static bool IsWhole(GoldenCase golden) =>
        new FileCase(golden).Described is null || (golden.Json.TryGetProperty("whole_model", out var whole) && whole.GetBoolean());

    /// <summary>Whether the optimizer is Adam with a number as learning rate, whose slots are called <c>m</c> and <c>v</c> or <c>momentum</c> and <c>velocity</c>.</summary>
    private static bool IsPlainAdam(GoldenCase golden) =>
        golden.Json.TryGetProperty("optimizer_variables", out var variables)
        && variables[1].GetProperty("path").GetString() is { } path
        && (path == "adam/learning_rate" || path.StartsWith("Adam/m/", StringComparison.Ordinal));

    /// <summary>The case of the same model as a whole file of Keras 3; null where there is none.</summary>
    private static GoldenCase? WholeModel(GoldenCase golden) =>
        GoldenFamily
            .CasesOf("files", "keras3-zip")
            .FirstOrDefault(other =>
                other.Json.GetProperty("model_label").GetString() == golden.Json.GetProperty("model_label").GetString()
            );

    private static string Text(GoldenCase golden) => Encoding.UTF8.GetString(golden.ReadFile(golden.Json.GetProperty("file").GetString()!));
}
