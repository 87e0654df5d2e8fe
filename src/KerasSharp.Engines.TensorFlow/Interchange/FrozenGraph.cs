using KerasSharp.Engines.TensorFlow.Loading;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>
/// A frozen graph, TensorFlow's GraphDef with constants for variables, as a function from arrays to arrays. Several threads may run it at once.
/// It needs TensorFlow's library, whichever engine runs models.
/// </summary>
/// <remarks>A graph is a program, so load only files that you trust: TensorFlow itself ends the process over some that were altered on purpose.</remarks>
public sealed class FrozenGraph : IDisposable
{
    private readonly GraphSession session;
    private readonly GraphCall call;

    private FrozenGraph(GraphSession session, GraphCall call) => (this.session, this.call) = (session, call);

    /// <summary>What it takes, in the order in which <see cref="Run(NDArray, NDArray[])"/> does.</summary>
    public IReadOnlyList<TensorSpec> Inputs => call.Inputs;

    /// <summary>What it gives, in order.</summary>
    public IReadOnlyList<TensorSpec> Outputs => call.Outputs;

    /// <summary>Loads a graph.</summary>
    /// <param name="path">A file that ends in <c>.pb</c> (binary) or <c>.pbtxt</c> (protobuf's text format).</param>
    /// <param name="inputs">The names of the tensors to give, such as <c>x</c> or <c>x:0</c>; all placeholders by default, in the graph's order.</param>
    /// <param name="outputs">The names of the tensors to compute; by default those that nobody in the graph consumes, in the graph's order.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no whole graph, or has ops that this TensorFlow lacks; the message has TensorFlow's reason.</exception>
    /// <exception cref="ArgumentException">A name is not in the graph (the message lists those that are), or the path ends otherwise.</exception>
    /// <exception cref="TensorFlowLibraryException">TensorFlow's library is not found.</exception>
    public static FrozenGraph Load(string path, IReadOnlyList<string>? inputs = null, IReadOnlyList<string>? outputs = null)
    {
        var (bytes, definition) = GraphFile.Read(path);
        FunctionRecursion.Check(definition, path);
        _ = TensorFlowLibrary.Current;
        var session = GraphSession.OfGraphDef(bytes, path);
        try
        {
            var ends = new GraphEndpoints(session.Graph, path);
            var feeds = inputs is null ? ends.Placeholders() : [.. inputs.Select(ends.Find)];
            var fetches = outputs is null ? ends.Results() : [.. outputs.Select(ends.Find)];
            if (fetches.Length == 0)
                throw new InvalidDataException(
                    $"'{path}' is a graph that computes nothing; a whole frozen graph was expected. The file of a SavedModel is loaded by SavedModel.Load."
                );
            return new FrozenGraph(session, new GraphCall(session, feeds, fetches, $"The graph '{path}'", definition));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Computes the outputs.</summary>
    /// <param name="first">The array for the first input, converted to its type.</param>
    /// <param name="others">The arrays for the other inputs, in order.</param>
    /// <exception cref="ArgumentException">The number of arrays is not that of the inputs, or a shape does not fit.</exception>
    /// <exception cref="TensorFlowException">The graph failed.</exception>
    public TensorResults Run(NDArray first, params NDArray[] others) => call.Run([first, .. others]);

    /// <summary>Computes the outputs.</summary>
    /// <param name="inputs">
    /// A value for each input by its name: an NDArray, a C# array or a number, converted to the input's type; for an input of strings a string,
    /// its bytes, or an array of either of any rank; or a <see cref="TensorValue"/> for any type.
    /// </param>
    /// <exception cref="ArgumentException">A name is unknown, missing or there twice, or a value does not fit.</exception>
    /// <exception cref="TensorFlowException">The graph failed.</exception>
    public TensorResults Run(params (string Name, object Value)[] inputs) => call.Run((IReadOnlyList<(string, object)>)inputs);

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
