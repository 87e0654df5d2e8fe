using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>A graph that came from a file, ready to run from any threads.</summary>
internal sealed unsafe class GraphSession : IDisposable
{
    private readonly SessionHandle session;

    private GraphSession(GraphHandle graph, SessionHandle session) => (Graph, this.session) = (graph, session);

    /// <summary>The graph.</summary>
    public GraphHandle Graph { get; }

    /// <summary>The session of a binary GraphDef.</summary>
    /// <param name="graphDef">The bytes.</param>
    /// <param name="file">Where they came from.</param>
    /// <exception cref="InvalidDataException">They are no graph, or one that this TensorFlow cannot run.</exception>
    public static GraphSession OfGraphDef(byte[] graphDef, string file) =>
        Open(
            $"'{file}' holds no graph that TensorFlow {TensorFlowLibrary.Current.Version} can run; a whole frozen graph was expected",
            (graph, status) => GraphSerialization.Import(graph, graphDef, status),
            TF_NewSession
        );

    /// <summary>The session of a SavedModel, with its variables and tables restored.</summary>
    /// <exception cref="InvalidDataException">The folder's files are damaged, or this TensorFlow cannot run them.</exception>
    public static GraphSession OfSavedModel(string folder, string[] tags) =>
        Open(
            $"The SavedModel '{folder}' cannot be loaded by TensorFlow {TensorFlowLibrary.Current.Version}",
            (_, _) => { },
            (graph, options, status) => TF_LoadSessionFromSavedModel(options, 0, folder, tags, tags.Length, graph, 0, status)
        );

    /// <summary>Computes tensors of the graph.</summary>
    /// <param name="inputs">Whose values are given.</param>
    /// <param name="values">The values.</param>
    /// <param name="outputs">What to compute.</param>
    /// <param name="what">What is run, for an error.</param>
    /// <exception cref="TensorFlowException">The graph failed.</exception>
    public TensorHandle[] Run(GraphOutput[] inputs, TensorHandle[] values, GraphOutput[] outputs, string what)
    {
        var status = StatusHandle.OfThread;
        var results = new nint[outputs.Length];
        fixed (nint* value = Array.ConvertAll(values, handle => handle.DangerousGetHandle()))
        fixed (
            GraphOutput* input = inputs,
                output = outputs
        )
        fixed (nint* result = results)
            TF_SessionRun(session, 0, input, value, inputs.Length, output, result, outputs.Length, 0, 0, 0, status);
        status.Check(what);
        return Array.ConvertAll(results, result => new TensorHandle(result));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        Graph.Dispose();
    }

    private static GraphSession Open(
        string error,
        Action<GraphHandle, StatusHandle> fill,
        Func<GraphHandle, nint, StatusHandle, SessionHandle> open
    )
    {
        var status = StatusHandle.OfThread;
        var graph = new GraphHandle(TF_NewGraph());
        nint options = SessionOptions(status);
        try
        {
            fill(graph, status);
            Check(status, error);
            var session = open(graph, options, status);
            Check(status, error);
            return new GraphSession(graph, session);
        }
        catch
        {
            graph.Dispose();
            throw;
        }
        finally
        {
            TF_DeleteSessionOptions(options);
        }
    }

    private static nint SessionOptions(StatusHandle status)
    {
        nint options = TF_NewSessionOptions();
        var config = SessionConfig.Serialize(new TensorFlowOptions());
        fixed (byte* bytes = config)
            TF_SetConfig(options, bytes, (nuint)config.Length, status);
        status.Check("the options of TensorFlow");
        return options;
    }

    private static void Check(StatusHandle status, string error)
    {
        if (status.IsError)
            throw new InvalidDataException($"{error}. TensorFlow says: {status.Message}");
    }
}
