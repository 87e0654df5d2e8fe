using KerasSharp.Engines;
using KerasSharp.Engines.TensorFlow;
using KerasSharp.Saving;
using KerasSharp.Topology;
using NumSharp;

namespace KerasSharp;

/// <summary>A compiled function from arrays to arrays, made by <see cref="K.Function"/>. Several threads may run it at once.</summary>
public sealed class KFunction : IDisposable
{
    private readonly IReadOnlyList<Tensor> inputs;
    private readonly IReadOnlyList<Tensor> outputs;
    private readonly IReadOnlyList<(Variable, Tensor)> updates;
    private readonly IExecutable executable;

    internal KFunction(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<(Variable, Tensor)> updates)
    {
        (this.inputs, this.outputs, this.updates) = (inputs, outputs, updates);
        executable = Engine.Current.Compile(inputs, outputs, updates);
    }

    /// <summary>Computes the outputs and carries out the updates.</summary>
    /// <param name="values">An array for each input: NDArrays, C# arrays of any rank, or numbers; converted to the input's type.</param>
    /// <returns>An array for each output.</returns>
    /// <exception cref="ArgumentException">The number of arrays differs from the number of inputs, or a shape does not fit.</exception>
    public NDArray[] Run(params IReadOnlyList<object> values)
    {
        if (values.Count != inputs.Count)
            throw new ArgumentException(
                $"The function has {inputs.Count} inputs; {values.Count} arrays came. Give one array for each input.",
                nameof(values)
            );
        return executable.Run([.. values.Select((value, i) => HostArray.Convert(value, inputs[i].DType, $"input {i} of the function"))]);
    }

    /// <summary>
    /// Writes the function as a frozen graph: TensorFlow's GraphDef with the present values of variables as constants, which any TensorFlow loads
    /// (in Python <c>tf.compat.v1.import_graph_def</c>, here <c>FrozenGraph.Load</c>). A placeholder has the name of its input layer, else the one
    /// it was made with; the results are <c>output</c>, or <c>output_0</c>, <c>output_1</c>, … where there are several.
    /// </summary>
    /// <param name="path">A file that ends in <c>.pb</c> (binary) or <c>.pbtxt</c> (protobuf's text format); one that is there is replaced.</param>
    /// <exception cref="NotSupportedException">The function changes variables.</exception>
    /// <exception cref="ArgumentException">The path ends otherwise.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public void ExportGraph(string path) =>
        GraphExport.Write(
            "The function",
            [.. inputs.Select(input => (KerasHistory.Of(input)?.Node.Layer.Name ?? input.Name, input))],
            [.. outputs.Select((output, i) => (outputs.Count == 1 ? "output" : $"output_{i}", output))],
            updates,
            path
        );

    /// <inheritdoc/>
    public void Dispose() => executable.Dispose();
}
