using System.Text.Json;
using KerasSharp.Formats.Keras;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>A golden case of a model file: the model it gives, and what that must have and compute.</summary>
internal sealed class FileCase(GoldenCase golden)
{
    private static readonly HashSet<string> KnownClasses = [.. KerasObjects.Names<Layer>()];

    /// <summary>The model of the file; of a file of weights the model that the case describes, with them.</summary>
    public Model Load(GoldenFiles files)
    {
        var path = files[golden.Json.GetProperty("file").GetString()!];
        CheckFile(path);
        return Described is { } json && !IsWhole ? LoadWeights(json, path) : Model.Load(path);
    }

    /// <summary>The model that the case describes, with the file's weights.</summary>
    public static Model LoadWeights(JsonElement json, string path)
    {
        CheckClasses(json.GetRawText(), new ConfigOptions());
        var model = Model.FromJson(json.GetRawText());
        model.LoadWeights(path);
        return model;
    }

    /// <summary>The config of the model that the case describes; null where the file has it.</summary>
    public JsonElement? Described =>
        golden.Json.TryGetProperty("model", out var model) || golden.Json.TryGetProperty("model_keras2", out model) ? model : null;

    private bool IsWhole => golden.Json.TryGetProperty("whole_model", out var whole) && whole.GetBoolean();

    /// <summary>Weights as recorded, bit by bit.</summary>
    public void CheckWeights(Model model)
    {
        if (!golden.Json.TryGetProperty("weights", out var weights))
            return;
        Assert.That(model.Weights, Has.Count.EqualTo(weights.GetArrayLength()));
        for (int i = 0; i < model.Weights.Count; i++)
            Closeness.AssertClose(golden.Array($"weight_{i}"), model.Weights[i].GetValue(), 0, 0, $"{golden} weight_{i}");
    }

    /// <summary>Outputs as recorded.</summary>
    public void CheckOutputs(Model model)
    {
        var outputs = model.PredictAll(Arrays("input")!);
        for (int i = 0; golden.Has($"output_{i}"); i++)
            Closeness.AssertClose(
                golden.Array($"output_{i}"),
                outputs[i],
                golden.RelativeTolerance(),
                golden.AbsoluteTolerance(),
                $"{golden} output_{i}"
            );
    }

    /// <summary>The optimizer's state as recorded; Keras 2 keeps the learning rate apart.</summary>
    public void CheckOptimizer(Model model)
    {
        var optimizer = model.Optimizer!;
        bool hasRate = golden.Json.GetProperty("optimizer_variables")[1].GetProperty("path").GetString()!.EndsWith("learning_rate");
        var variables = optimizer.Variables.Where((_, i) => hasRate || i != 1).ToArray();
        for (int i = 0; i < variables.Length; i++)
            Closeness.AssertClose(golden.Array($"optimizer_{i}"), variables[i].GetValue(), 0, 0, $"{golden} optimizer_{i}");
    }

    /// <summary>One more training step as recorded.</summary>
    public void CheckResumed(Model model)
    {
        if (!golden.Json.TryGetProperty("resume", out var resume) || HasFlawOfKeras(model))
            return;
        if (golden.Name.StartsWith("keras2-savedmodel", StringComparison.Ordinal))
            StartOptimizerAnew(model);
        var logs = model.TrainOnBatch(Arrays("input")!, Arrays("target"));
        foreach (var log in resume.GetProperty("logs").EnumerateObject())
            Assert.That(
                logs[log.Name],
                Is.EqualTo(log.Value.GetDouble()).Within(1e-3).Percent.Or.EqualTo(log.Value.GetDouble()).Within(1e-5),
                log.Name
            );
        for (int i = 0; i < model.Weights.Count; i++)
            Closeness.AssertClose(golden.Array($"weight_after_{i}"), model.Weights[i].GetValue(), 1e-3, 1e-4, $"{golden} weight_after_{i}");
    }

    /// <summary>Keras 2 starts the optimizer of a SavedModel anew, although the state is in the file; the step was recorded so.</summary>
    private void StartOptimizerAnew(Model model)
    {
        CheckOptimizer(model);
        foreach (var variable in model.Optimizer!.Variables.Where((_, i) => i != 1))
            variable.SetValue(np.zeros_like(variable.GetValue()));
    }

    /// <summary>
    /// Keras 2's Nadam multiplies its momentum schedule once a weight rather than once a step, and Keras 3 does not write Huber's delta: what follows the
    /// loading was recorded with flaws, or from what the file does not say.
    /// </summary>
    private bool HasFlawOfKeras(Model model) =>
        (model.Optimizer is Optimizers.Nadam && golden.Name.StartsWith("keras2", StringComparison.Ordinal))
        || (
            golden.Name.StartsWith("keras3-h5", StringComparison.Ordinal)
            && golden.Json.GetProperty("training_config").GetRawText().Contains("Huber", StringComparison.Ordinal)
        );

    /// <summary>The arrays <c>NAME_0</c>, <c>NAME_1</c>, …; null where there are none.</summary>
    public DataArrays? Arrays(string name)
    {
        var arrays = new List<NDArray>();
        for (int i = 0; golden.Has($"{name}_{i}"); i++)
            arrays.Add(golden.Array($"{name}_{i}").ToNDArray());
        return arrays.Count == 0 ? null : DataArrays.Create([.. arrays]);
    }

    /// <summary>Ends the test as not yet where the file needs something that is not built.</summary>
    public static void CheckFile(string path)
    {
        if (Missing(path) is { } missing)
            NotYet.Report(missing);
    }

    /// <summary>Whether everything that the file needs is built.</summary>
    public static bool IsBuilt(string path) => Missing(path) is null;

    private static string? Missing(string path)
    {
        using var file = KerasFile.Open(path);
        if (file.ConfigJson is not { } config)
            return null;
        if (config.Contains("\"mixed_", StringComparison.Ordinal))
            return "mixed precision";
        if (file.TrainingConfigJson?.Contains("optimizers.schedules", StringComparison.Ordinal) == true)
            return "learning-rate schedules in files";
        return UnknownClass(config, new ConfigOptions { KerasVersion = file.KerasVersion });
    }

    /// <summary>Ends the test as not yet where a class in the config is not built.</summary>
    public static void CheckClasses(string config, ConfigOptions options)
    {
        if (UnknownClass(config, options) is { } unknown)
            NotYet.Report(unknown);
    }

    private static string? UnknownClass(string config, ConfigOptions options) =>
        ClassNames(Config.Parse(ModelConfig.ToKeras3(config, options))).FirstOrDefault(name => !KnownClasses.Contains(name));

    private static IEnumerable<string> ClassNames(object? json) =>
        json switch
        {
            Config { } config => config.SelectMany(pair => ClassNames(pair.Value)).Concat(OwnClass(config)),
            List<object?> list => list.SelectMany(ClassNames),
            _ => [],
        };

    private static IEnumerable<string> OwnClass(Config config) =>
        config["module"] is "keras.layers" && config["class_name"] is string name ? [name] : [];
}
