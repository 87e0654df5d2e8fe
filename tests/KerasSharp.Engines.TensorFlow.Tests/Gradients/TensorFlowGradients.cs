using System.Runtime.InteropServices;
using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;
using KerasSharp.Engines.TensorFlow.Translation;
using KerasSharp.Testing.Gradients;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Gradients;

/// <summary>The gradients that TensorFlow itself takes of a graph (<c>TF_AddGradients</c>, by the rules of its C++ API).</summary>
internal sealed unsafe class TensorFlowGradients : IDisposable
{
    private readonly EagerContext context;
    private readonly GraphTranslator graph = new();
    private readonly GraphFunctionHandle function;
    private readonly List<GraphFunctionHandle> added = [];

    /// <summary>Takes the gradients of a row's outputs, weighted, by its inputs.</summary>
    /// <exception cref="TensorFlowException">TensorFlow has no gradient of an op.</exception>
    public TensorFlowGradients(EagerContext context, GradientProbe probe, IReadOnlyList<Tensor?> weights)
    {
        this.context = context;
        GraphOutput[] inputs = [.. probe.Placeholders.Select(tensor => graph.AddInput(tensor))];
        var results = graph.Translate([.. probe.Outputs, .. weights.OfType<Tensor>()]);
        var gradients = Add(results[..probe.Outputs.Count], inputs, results[probe.Outputs.Count..]);
        Exists = Array.ConvertAll(gradients, gradient => gradient.Operation != 0);
        function = GraphFunctionHandle.Create(graph.Graph, "oracle", inputs, [.. gradients.Where(gradient => gradient.Operation != 0)], []);
        added.AddRange([.. graph.Functions, function]);
        foreach (var part in added)
            context.Add(part.Handle);
    }

    /// <summary>Which inputs have a gradient.</summary>
    public IReadOnlyList<bool> Exists { get; }

    /// <summary>The gradients that exist.</summary>
    public NDArray[] Run(IReadOnlyList<NDArray> values)
    {
        Span<nint> results = stackalloc nint[Exists.Count(exists => exists)];
        using var call = new EagerCall(context, new CallName(function.Name), null);
        foreach (var value in values)
        {
            using var tensor = HostTensors.Share(DTypeExtensions.DTypeOf(value), HostMemory.Dense(value));
            using var handle = EagerTensors.Of(tensor);
            call.Input(handle);
        }
        call.Execute(results);
        var arrays = new NDArray[results.Length];
        for (int i = 0; i < arrays.Length; i++)
        {
            using var handle = new EagerHandle(results[i]);
            arrays[i] = EagerTensors.ToArray(handle.DangerousGetHandle());
        }
        return arrays;
    }

    public void Dispose()
    {
        foreach (var part in added)
            context.Remove(part.Name);
        function.Dispose();
        graph.Dispose();
    }

    private GraphOutput[] Add(GraphOutput[] targets, GraphOutput[] sources, GraphOutput[] weights)
    {
        // void TF_AddGradients(TF_Graph*, TF_Output* y, int ny, TF_Output* x, int nx, TF_Output* dx, TF_Status*, TF_Output* dy)
        var addGradients = (delegate* unmanaged[Cdecl]<nint, GraphOutput*, int, GraphOutput*, int, GraphOutput*, nint, GraphOutput*, void>)
            NativeLibrary.GetExport(TensorFlowLibrary.Current.Handle, "TF_AddGradients");
        var status = StatusHandle.OfThread;
        var gradients = new GraphOutput[sources.Length];
        fixed (
            GraphOutput* y = targets,
                x = sources,
                dx = weights,
                dy = gradients
        )
            addGradients(graph.Graph.DangerousGetHandle(), y, targets.Length, x, sources.Length, dx, status.DangerousGetHandle(), dy);
        status.Check("TensorFlow's gradients");
        return gradients;
    }
}
