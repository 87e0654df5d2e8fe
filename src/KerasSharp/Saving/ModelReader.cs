using KerasSharp.Formats;
using KerasSharp.Formats.Keras;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>Makes a model of a file: its layers, weights, what it was compiled with, and the optimizer's state.</summary>
internal sealed class ModelReader(KerasFile file, CustomObjects? customObjects)
{
    /// <summary>Reads the whole model.</summary>
    /// <param name="compile">Whether to compile it as it was.</param>
    public Model Read(bool compile)
    {
        using var scope = CustomObjects.Use(customObjects);
        var model = Guard("the model's config", ReadLayers);
        ModelWeights.Load(model, file);
        if (compile && file.TrainingConfigJson is { } training)
            Guard("the training config", () => Compile(model, training));
        return model;
    }

    private Model ReadLayers()
    {
        var json =
            file.ConfigJson ?? throw Error("", $"the file has weights only. Make the model, and use its LoadWeights.{HintFor(file.Kind)}");
        var config = Config.Parse(ModelConfig.ToKeras3(json, Options));
        if (file.Legacy is { } legacy)
            GruForms.Settle(config, legacy);
        var model =
            Layer.FromConfig(config) as Model
            ?? throw Error("the model's config", $"it is that of a {config["class_name"]} layer, not of a model.");
        if (
            !model.Built
            && (config["build_config"] as Config)?["input_shape"] is List<object?>
            && ((Config)config["build_config"]!).Get<Shape?>("input_shape", null) is { } shape
        )
            model.EnsureBuilt(shape);
        return model;
    }

    private Model Compile(Model model, string training)
    {
        var outputs = model.IsFunctional ? model.OutputNames : [];
        CompileReader.Compile(model, Config.Parse(TrainingConfig.ToKeras3(training, outputs, Options)));
        if (model.Optimizer is { } optimizer)
            new OptimizerState(model, optimizer, file).Load();
        return model;
    }

    private ConfigOptions Options =>
        new()
        {
            File = file.Path,
            KerasVersion = file.KerasVersion ?? (file.Legacy is { IsKeras1: true } ? "1" : null),
            CustomNames = KerasObjects.CustomNames().ToHashSet(),
        };

    /// <summary>Whatever a config of a wrong form leads to becomes an error of the file.</summary>
    private T Guard<T>(string place, Func<T> read)
    {
        try
        {
            return ConfigGuard.Run(read);
        }
        catch (FileFormatException)
        {
            throw;
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new FileFormatException(file.Path, place, error.Message, error);
        }
    }

    private static string HintFor(KerasFileKind kind) =>
        kind == KerasFileKind.SavedModel
            ? " To run a SavedModel as it is, open it with KerasSharp.Engines.TensorFlow.Interchange.SavedModel.Load."
            : "";

    private FileFormatException Error(string place, string problem) => new(file.Path, place, problem);
}
