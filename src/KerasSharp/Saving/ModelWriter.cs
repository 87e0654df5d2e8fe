using KerasSharp.Formats.Keras;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Optimizers;

namespace KerasSharp.Saving;

/// <summary>Writes a model, or its weights, as Keras does.</summary>
internal static class ModelWriter
{
    /// <summary>The versions of Keras whose layouts are written: that of today, and the last one whose models the old hard_sigmoid belongs to.</summary>
    private const string Version = "3.15.1";
    private const string OldVersion = "2.15.0";

    /// <summary>Writes a <c>.keras</c> archive.</summary>
    public static void WriteArchive(Model model, string path, CompileArguments? compiled)
    {
        var config = LayerConfig.Write(model);
        if (compiled is not null && CompileConfig(model, compiled, byClass: false) is { } training)
            config["compile_config"] = training;
        ArchiveWriter.Write(
            path,
            new ArchiveData
            {
                ConfigJson = config.ToString(),
                Objects = Objects(model, compiled?.Optimizer),
                KerasVersion = Version,
            }
        );
    }

    /// <summary>Writes a legacy <c>.h5</c> file.</summary>
    public static void WriteLegacy(Model model, string path, CompileArguments? compiled)
    {
        var config = ModelConfig.ToKeras2(LayerConfig.Write(model).ToString());
        var training = compiled is null ? null : CompileConfig(model, compiled, byClass: true);
        LegacyWriter.Write(
            path,
            new LegacyModelData
            {
                ConfigJson = config,
                TrainingConfigJson = training is null ? null : TrainingConfig.ToKeras2(training.ToString()),
                Layers = [.. model.Layers.Select(layer => new LayerData(layer.Name, Named(LegacyLayers.WeightsOf(layer))))],
                TopLevel = Named(model.SavedVariables),
                OptimizerVariables = training is null ? [] : OptimizerVariables(compiled!.Optimizer),
                KerasVersion = VersionOf(model),
            }
        );
    }

    /// <summary>Writes a <c>.weights.h5</c> file.</summary>
    public static void WriteWeights(Model model, string path) => WeightTreeWriter.Write(path, Objects(model, model.Optimizer));

    private static ObjectData[] Objects(Model model, Optimizer? optimizer) =>
        [
            .. SavedObjects.Of(model).Select(saved => new ObjectData(saved.Path, saved.Layer.Name, Numbered(saved.Variables))),
            .. optimizer is null ? Array.Empty<ObjectData>() : [new ObjectData("optimizer", optimizer.Name, Numbered(optimizer.Variables))],
        ];

    private static WeightData[] Numbered(IEnumerable<Variable> variables) => [.. variables.Select((variable, i) => Data(variable, $"{i}"))];

    /// <summary>The variables by their paths; of two with the same path the second gets a number.</summary>
    private static WeightData[] Named(IEnumerable<Variable> variables)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        string Unique(string path)
        {
            int count = used[path] = used.GetValueOrDefault(path, -1) + 1;
            return count == 0 ? path : $"{path}_{count}";
        }
        return [.. variables.Select(variable => Data(variable, Unique(variable.Path)))];
    }

    /// <summary>
    /// As Keras 2 had them until 2.10, whose optimizers it takes for such files: the iterations, then all first slots, all second ones, …; the learning rate is in the config.
    /// </summary>
    private static WeightData[] OptimizerVariables(Optimizer optimizer) =>
        [Data(optimizer.Iteration, $"{optimizer.Name}/iterations"), .. Named(OptimizerState.GroupedSlots(optimizer))];

    private static WeightData Data(Variable variable, string name) =>
        new(name, variable.GetValue(), variable.DType == DType.BFloat16 ? DType.BFloat16 : null);

    /// <summary>The config of what the model was compiled with; null, with a warning, where it has functions, which cannot be written.</summary>
    private static Config? CompileConfig(Model model, CompileArguments compiled, bool byClass)
    {
        try
        {
            return new CompileWriter(byClass).Write(compiled);
        }
        catch (NotSupportedException error)
        {
            TrainingWarnings.Write($"Model '{model.Name}' is saved without what it was compiled with: {error.Message}");
            return null;
        }
    }

    /// <summary>The version tells a reader which <c>hard_sigmoid</c> is meant.</summary>
    private static string VersionOf(Model model)
    {
        var json = model.ToJson();
        if (!json.Contains($"\"{ModelConfig.OldHardSigmoid}\"", StringComparison.Ordinal))
            return Version;
        return json.Contains("\"hard_sigmoid\"", StringComparison.Ordinal)
            ? throw new NotSupportedException(
                $"Model '{model.Name}' has the hard_sigmoid of Keras 2 and that of Keras 3; an .h5 file has one name for both. Save as .keras."
            )
            : OldVersion;
    }
}
