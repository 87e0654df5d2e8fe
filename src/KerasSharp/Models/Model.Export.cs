using KerasSharp.Engines.TensorFlow;
using KerasSharp.Layers;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp;

public partial class Model
{
    private const string Endpoint = "serve";

    /// <summary>
    /// Writes what <c>Predict</c> computes as a SavedModel, Keras's <c>model.export(filepath)</c>: TensorFlow (<c>tf.saved_model.load(folder).serve(x)</c>), Keras's
    /// <c>TFSMLayer</c>, <c>saved_model_cli</c> and <c>SavedModel.Load</c> run it without the model's classes. Its signatures <c>serve</c> and
    /// <c>serving_default</c> take the inputs by the names of <see cref="InputNames"/> (with <c>_</c> for what Python allows in no name) and give
    /// <c>output_0</c>, <c>output_1</c>, …, or the keys of a dictionary of outputs. It needs TensorFlow's library, whichever engine runs the model.
    /// </summary>
    /// <param name="folder">The folder, which is made; a SavedModel that is there is replaced once the new one is whole.</param>
    /// <param name="verbose">Whether to print the functions that the folder offers.</param>
    /// <exception cref="InvalidOperationException">The model has not been built, so its inputs are unknown.</exception>
    /// <exception cref="ArgumentException">Two inputs have the same name once it is one that Python allows, such as <c>a-b</c> and <c>a_b</c>.</exception>
    /// <exception cref="IOException">The path is a file, or a folder that holds something else than a SavedModel.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public void Export(string folder, bool verbose = true)
    {
        var archive = new ExportArchive();
        archive.AddEndpoint(Endpoint, this);
        archive.Track(this);
        archive.WriteOut(folder, verbose);
    }

    /// <summary>
    /// Writes what <c>Predict</c> computes as a frozen graph: TensorFlow's GraphDef with the present weights as constants, which any TensorFlow
    /// loads (in Python <c>tf.compat.v1.import_graph_def</c>, here <c>FrozenGraph.Load</c>). The placeholders have the names of
    /// <see cref="InputNames"/>, the results those of <see cref="OutputNames"/>; a name that is taken gets a number (<c>dense_1</c>).
    /// </summary>
    /// <param name="path">A file that ends in <c>.pb</c> (binary) or <c>.pbtxt</c> (protobuf's text format); one that is there is replaced.</param>
    /// <exception cref="NotSupportedException">The model keeps state between batches.</exception>
    /// <exception cref="InvalidOperationException">The model has not been built, so its inputs are unknown.</exception>
    /// <exception cref="ArgumentException">The path ends otherwise.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public void ExportGraph(string path)
    {
        var context = new CallContext();
        var (inputs, outputs) = Inference(context);
        GraphExport.Write(
            $"Model '{Name}'",
            [.. inputs.Select(input => (input.Name, input))],
            [.. outputs.Select((output, i) => (i < OutputNames.Count ? OutputNames[i] : $"output_{i}", output))],
            context.Updates,
            path
        );
    }

    /// <summary>The model on new placeholders, as it predicts.</summary>
    internal (Tensor[] Inputs, IReadOnlyList<Tensor> Outputs) Inference(CallContext context)
    {
        Tensor[] inputs = [.. Inputs.Select((input, i) => Op.Placeholder(input.DType, input.Shape, InputNames[i]))];
        return (inputs, Replay(inputs, context));
    }
}
