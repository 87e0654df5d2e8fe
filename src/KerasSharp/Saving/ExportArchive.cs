using KerasSharp.Engines.TensorFlow;
using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Layers;
using KerasSharp.Ops;

namespace KerasSharp;

/// <summary>
/// Writes a SavedModel of several functions, Keras's <c>keras.export.ExportArchive</c>. For the one function of a model there is <see cref="Model.Export"/>.
/// It needs TensorFlow's library, whichever engine runs the model.
/// </summary>
/// <example><code>
/// var archive = new ExportArchive();
/// archive.Track(model);
/// archive.AddEndpoint("serve", model);
/// archive.AddEndpoint("features", x => encoder.Apply(x), new TensorSpec("x", DType.Float32, [null, 28, 28, 1]));
/// archive.WriteOut("exported");
/// </code></example>
public sealed class ExportArchive
{
    private readonly List<ExportedFunction> functions = [];
    private readonly List<Layer> tracked = [];

    /// <summary>
    /// Lets Python find a model's or layer's weights in <c>variables</c>, <c>trainable_variables</c> and <c>non_trainable_variables</c>. Those of layers that are not
    /// tracked, but used by a function, are the last ones, and not trainable.
    /// </summary>
    /// <param name="layer">The model or layer, which must be built.</param>
    /// <exception cref="InvalidOperationException">It has not been built.</exception>
    public void Track(Layer layer)
    {
        if (!layer.Built)
            throw new InvalidOperationException($"'{layer.Name}' is not built, so it has no weights to export. Call it on data first.");
        if (!tracked.Contains(layer))
            tracked.Add(layer);
    }

    /// <summary>
    /// Adds what a model predicts. Its inputs have the names of <see cref="Model.InputNames"/>, its outputs <c>output_0</c>, <c>output_1</c>, …, or the keys of a
    /// dictionary of outputs.
    /// </summary>
    /// <param name="name">The function's name.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="InvalidOperationException">The model has not been built, so its inputs are unknown.</exception>
    public void AddEndpoint(string name, Model model)
    {
        var context = new CallContext();
        var (inputs, outputs) = model.Inference(context);
        functions.Add(
            new ExportedFunction(
                name,
                [.. inputs.Select((input, i) => (model.InputNames[i], input))],
                [.. outputs.Select((output, i) => (model.OutputKeys?[i] ?? OutputName(i), output))]
            )
            {
                Updates = [.. context.Updates],
                ReturnsDictionary = model.OutputKeys is not null,
            }
        );
    }

    /// <summary>Adds a function of one tensor, whose result is called <c>output_0</c>. It changes no variables, also where layers keep state between batches.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="function">What it computes of a symbolic tensor, by layers, models and operations.</param>
    /// <param name="input">The name, type and shape of what it takes; unknown lengths are null.</param>
    public void AddEndpoint(string name, Func<Tensor, Tensor> function, TensorSpec input) =>
        AddEndpoint(name, inputs => [function(inputs[0])], input);

    /// <summary>
    /// Adds a function of several tensors, whose results are called <c>output_0</c>, <c>output_1</c>, …. It changes no variables, also where layers keep state
    /// between batches.
    /// </summary>
    /// <param name="name">The function's name.</param>
    /// <param name="function">What it computes of symbolic tensors, by layers, models and operations.</param>
    /// <param name="inputs">The names, types and shapes of what it takes; unknown lengths are null.</param>
    public void AddEndpoint(string name, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, params TensorSpec[] inputs)
    {
        Tensor[] placeholders = [.. inputs.Select(input => Op.Placeholder(input.DType, input.Shape, input.Name))];
        functions.Add(
            new ExportedFunction(
                name,
                [.. inputs.Zip(placeholders, (input, placeholder) => (input.Name, placeholder))],
                [.. function(placeholders).Select((output, i) => (OutputName(i), output))]
            )
        );
    }

    /// <summary>Writes the SavedModel. The first function is also the signature <c>serving_default</c>.</summary>
    /// <param name="folder">The folder, which is made; a SavedModel that is there is replaced once the new one is whole.</param>
    /// <param name="verbose">Whether to print the functions that the folder offers.</param>
    /// <exception cref="ArgumentException">There is no function, two have one name, two inputs of one function have, a name is none that Python allows, or a function needs a placeholder that is none of its inputs.</exception>
    /// <exception cref="IOException">The path is a file, or a folder that holds something else than a SavedModel.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public void WriteOut(string folder, bool verbose = true)
    {
        SavedModelExporter.Export(
            folder,
            functions,
            [
                .. Distinct(layer => layer.TrainableWeights).Select(variable => (variable, IsTrainable: true)),
                .. Distinct(layer => layer.NonTrainableWeights).Select(variable => (variable, IsTrainable: false)),
            ]
        );
        if (verbose)
            Console.WriteLine(
                $"Saved artifact at '{folder}'. The following endpoints are available:\n\n{string.Join('\n', functions.Select(Describe))}"
            );
    }

    private IEnumerable<Variable> Distinct(Func<Layer, IEnumerable<Variable>> weights) => tracked.SelectMany(weights).Distinct();

    private static string OutputName(int index) => $"output_{index}";

    private static string Describe(ExportedFunction function) =>
        $"* {function.Name}({List(function.Inputs)}) -> ({List(function.Outputs)})";

    private static string List(IEnumerable<(string Name, Tensor Tensor)> ends) =>
        string.Join(", ", ends.Select(end => new TensorSpec(end.Name, end.Tensor.DType, end.Tensor.Shape)));
}
