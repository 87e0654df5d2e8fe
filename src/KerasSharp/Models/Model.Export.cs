using KerasSharp.Layers;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp;

public partial class Model
{
    /// <summary>
    /// Writes what <c>Predict</c> computes as a frozen graph: TensorFlow's GraphDef with the present weights as constants, which any TensorFlow
    /// loads (in Python <c>tf.compat.v1.import_graph_def</c>, here <c>FrozenGraph.Load</c>). The placeholders have the names of
    /// <see cref="InputNames"/>, the results those of <see cref="OutputNames"/>; a name that is taken gets a number (<c>dense_1</c>).
    /// </summary>
    /// <param name="path">A file that ends in <c>.pb</c> (binary) or <c>.pbtxt</c> (protobuf's text format); one that is there is replaced.</param>
    /// <exception cref="NotSupportedException">The engine in use is not TensorFlow's, or the model keeps state between batches.</exception>
    /// <exception cref="InvalidOperationException">The model has not been built, so its inputs are unknown.</exception>
    /// <exception cref="ArgumentException">The path ends otherwise.</exception>
    public void ExportGraph(string path)
    {
        Tensor[] inputs = [.. Inputs.Select((input, i) => Op.Placeholder(input.DType, input.Shape, InputNames[i]))];
        var context = new CallContext();
        var outputs = Replay(inputs, context);
        GraphExport.Write(
            $"Model '{Name}'",
            [.. inputs.Select(input => (input.Name, input))],
            [.. outputs.Select((output, i) => (i < OutputNames.Count ? OutputNames[i] : $"output_{i}", output))],
            context.Updates,
            path
        );
    }
}
