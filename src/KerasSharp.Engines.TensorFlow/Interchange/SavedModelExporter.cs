using KerasSharp.Engines;
using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Translation;
using KerasSharp.Formats.SavedModel;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>
/// Writes functions of ours as a SavedModel, which TensorFlow, Keras's <c>TFSMLayer</c> and <c>saved_model_cli</c> load. It needs TensorFlow's library, whichever
/// engine runs models.
/// </summary>
public static class SavedModelExporter
{
    /// <summary>Writes the folder; a SavedModel that is there is replaced once the new one is whole.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="functions">The functions to offer. The first is also the signature <c>serving_default</c>.</param>
    /// <param name="variables">The variables in the order in which Python gets them; those that a function uses besides follow. Of one that comes twice the first counts.</param>
    /// <exception cref="ArgumentException">An input is computed, an output needs a placeholder that is no input, or a name is taken or will not do.</exception>
    /// <exception cref="IOException">The path is a file, or a folder that holds something else than a SavedModel.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public static void Export(
        string folder,
        IReadOnlyList<ExportedFunction> functions,
        IReadOnlyList<(Variable Variable, bool IsTrainable)> variables
    )
    {
        var version = TensorFlowLibrary.Current.Version;
        foreach (var function in functions)
            InputCheck.ArePlaceholders([.. function.Inputs.Select(input => input.Tensor)]);
        var saved = new Dictionary<Variable, VariableToSave>();
        foreach (var (variable, isTrainable) in variables)
            saved.TryAdd(variable, Describe(variable, isTrainable));
        foreach (var variable in functions.SelectMany(UsedBy))
            saved.TryAdd(variable, Describe(variable, isTrainable: false));
        using var graph = new GraphHandle(TensorFlowNative.TF_NewGraph());
        FunctionToSave[] translated = [.. functions.Select(function => Translate(function, graph, saved))];
        SavedModelWriter.Write(
            folder,
            new ModelToSave(GraphSerialization.ToGraphDef(graph), translated, [.. saved.Values]) { TensorFlowVersion = version }
        );
    }

    private static FunctionToSave Translate(ExportedFunction function, GraphHandle library, Dictionary<Variable, VariableToSave> saved)
    {
        var variables = UsedBy(function);
        Tensor[] results = [.. function.Outputs.Select(output => output.Tensor)];
        using var graph = new GraphTranslator();
        GraphOutput[] arguments =
        [
            .. function.Inputs.Select(input => graph.AddInput(input.Tensor, input.Name)),
            .. variables.Select(graph.AddResource),
        ];
        var values = graph.Translate([.. results, .. function.Updates.Select(update => update.Value)]);
        var effects = VariableUpdates.Add(graph, function.Updates, values.AsSpan(results.Length));
        using var native = GraphFunctionHandle.Create(
            graph.Graph,
            $"keras_{function.Name}",
            arguments,
            values.AsSpan(0, results.Length),
            effects
        );
        foreach (var inner in graph.Functions.Append(native))
            inner.CopyTo(library);
        return new FunctionToSave(
            function.Name,
            native.Name,
            [.. function.Inputs.Select(Spec)],
            [.. function.Outputs.Select(Spec)],
            [.. variables.Select(variable => saved[variable])]
        )
        {
            ReturnsDictionary = function.ReturnsDictionary,
        };
    }

    private static Variable[] UsedBy(ExportedFunction function) =>
        FunctionVariables.Of([.. function.Outputs.Select(output => output.Tensor)], function.Updates);

    private static TensorSpec Spec((string Name, Tensor Tensor) end) => new(end.Name, end.Tensor.DType, end.Tensor.Shape);

    private static VariableToSave Describe(Variable variable, bool isTrainable) =>
        new(variable.Path, variable.DType, variable.Shape, isTrainable, () => TensorValue.From(variable.GetValue(), variable.DType));
}
