using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Engines.TensorFlow.Runtime;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow;

/// <summary>Runs graphs with TensorFlow's own library, on the CPU or a GPU.</summary>
public sealed class TensorFlowEngine : IEngine
{
    private readonly EagerContext context;

    /// <summary>Loads TensorFlow.</summary>
    /// <param name="options">Threads, memory and placement; the defaults where null.</param>
    /// <exception cref="TensorFlowLibraryException">The library is not found or will not do; the message lists every place tried.</exception>
    public TensorFlowEngine(TensorFlowOptions? options = null)
    {
        _ = TensorFlowLibrary.Current;
        context = new EagerContext(options ?? new TensorFlowOptions());
    }

    /// <summary>TensorFlow's context, in which everything runs.</summary>
    internal EagerContext Context => context;

    /// <summary>Whether a library is where it is looked for.</summary>
    public static bool IsInstalled => TensorFlowLibrary.Exists;

    /// <inheritdoc/>
    public string Name => "tensorflow";

    /// <inheritdoc/>
    public IReadOnlyList<string> Devices => context.Devices;

    /// <inheritdoc/>
    public string Describe() =>
        $"engine tensorflow, TensorFlow {TensorFlowLibrary.Current.Version} ({TensorFlowLibrary.Current.Path}), {string.Join(", ", Devices)}";

    /// <inheritdoc/>
    public IExecutable Compile(
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates
    ) => new TensorFlowExecutable(context, inputs, outputs, updates);

    /// <inheritdoc/>
    public NDArray GetValue(Variable variable)
    {
        VariableStorage.Initialize(context, [variable]);
        return VariableStorage.Of(context, variable).Read(variable);
    }

    /// <inheritdoc/>
    public void SetValue(Variable variable, NDArray value) =>
        VariableStorage.Of(context, variable).Write(variable, InputCheck.Prepare(variable, value));

    /// <summary>
    /// Writes a function as a frozen graph: TensorFlow's GraphDef with the variables' present values as constants, which any TensorFlow loads
    /// (in Python <c>tf.compat.v1.import_graph_def</c>, here <see cref="FrozenGraph.Load"/>). Every input becomes a <c>Placeholder</c> and every
    /// output an <c>Identity</c> of the name given; a name that is taken gets a number (<c>x</c>, <c>x_1</c>), and letters that TensorFlow does
    /// not allow become <c>_</c>. The file is written beside its place and then moved there.
    /// </summary>
    /// <param name="inputs">The function's placeholders with their names.</param>
    /// <param name="outputs">What it computes, with names.</param>
    /// <param name="path">A file that ends in <c>.pb</c> (binary) or <c>.pbtxt</c> (protobuf's text format); one that is there is replaced.</param>
    /// <exception cref="ArgumentException">The path ends otherwise, an input is computed, or an output needs a placeholder that is no input.</exception>
    /// <exception cref="TensorFlowException">TensorFlow cannot write the graph: a GraphDef holds 2 GB at most.</exception>
    public void ExportGraph(
        IReadOnlyList<(string Name, Tensor Tensor)> inputs,
        IReadOnlyList<(string Name, Tensor Tensor)> outputs,
        string path
    )
    {
        GraphFile.CheckExtension(path);
        GraphFile.Write(path, GraphExporter.Export(context, inputs, outputs));
    }
}
