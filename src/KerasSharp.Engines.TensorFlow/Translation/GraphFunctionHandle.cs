using KerasSharp.Engines.TensorFlow.Native;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Translation;

/// <summary>A function made of a graph, under a name that no other one in the process has.</summary>
internal sealed unsafe class GraphFunctionHandle : IDisposable
{
    private static long count;

    private GraphFunctionHandle(string name, FunctionHandle handle) => (Name, Handle) = (name, handle);

    /// <summary>The name by which it is called.</summary>
    public string Name { get; }

    /// <summary>The native function.</summary>
    public FunctionHandle Handle { get; }

    /// <summary>Makes a function of all operations of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="hint">What the name begins with.</param>
    /// <param name="inputs">Placeholders, in the order of the arguments.</param>
    /// <param name="outputs">What the function returns.</param>
    /// <param name="effects">Operations that must run although nothing depends on them.</param>
    public static GraphFunctionHandle Create(
        GraphHandle graph,
        string hint,
        ReadOnlySpan<GraphOutput> inputs,
        ReadOnlySpan<GraphOutput> outputs,
        ReadOnlySpan<nint> effects
    )
    {
        var name = $"{hint}_{Interlocked.Increment(ref count)}";
        var status = StatusHandle.OfThread;
        fixed (
            GraphOutput* input = inputs,
                output = outputs
        )
        fixed (nint* effect = effects)
        {
            var handle = TF_GraphToFunctionWithControlOutputs(
                graph,
                name,
                0,
                -1,
                0,
                inputs.Length,
                input,
                outputs.Length,
                output,
                0,
                effects.Length,
                effect,
                0,
                0,
                null,
                status
            );
            status.Check($"the function {name}");
            return new GraphFunctionHandle(name, handle);
        }
    }

    /// <summary>Lets operations of a graph call the function, and the graph's GraphDef hold it.</summary>
    public void CopyTo(GraphHandle graph)
    {
        var status = StatusHandle.OfThread;
        TF_GraphCopyFunction(graph, Handle, 0, status);
        status.Check($"the function {Name}");
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
