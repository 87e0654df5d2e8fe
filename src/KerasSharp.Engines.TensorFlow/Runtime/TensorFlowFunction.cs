using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Translation;
using NumSharp;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>A function that TensorFlow has compiled: values and the handles of variables go in, values come out; updates happen at its end.</summary>
internal sealed class TensorFlowFunction : IDisposable
{
    private readonly EagerContext context;
    private readonly CallName name;
    private readonly string[] functions;
    private readonly EagerHandle[] resources;
    private readonly int outputs;
    private readonly string? device = Device.Current;

    /// <summary>Translates and registers a function.</summary>
    public TensorFlowFunction(
        EagerContext context,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates
    )
    {
        this.context = context;
        this.outputs = outputs.Count;
        var variables = FunctionVariables.Of(outputs, updates);
        resources = [.. variables.Select(variable => VariableStorage.Of(context, variable).Handle)];
        using var graph = new GraphTranslator();
        GraphOutput[] arguments = [.. inputs.Select(input => graph.AddInput(input)), .. variables.Select(graph.AddResource)];
        var results = graph.Translate([.. outputs, .. updates.Select(update => update.Value)]);
        var effects = VariableUpdates.Add(graph, updates, results.AsSpan(outputs.Count));
        using var function = GraphFunctionHandle.Create(graph.Graph, "function", arguments, results.AsSpan(0, outputs.Count), effects);
        foreach (var inner in graph.Functions)
            context.Add(inner.Handle);
        context.Add(function.Handle);
        functions = [function.Name, .. graph.Functions.Select(inner => inner.Name)];
        name = new CallName(function.Name);
    }

    /// <summary>Calls it.</summary>
    /// <param name="values">Arrays in row order for the inputs.</param>
    /// <returns>Copies of the outputs.</returns>
    public NDArray[] Call(ReadOnlySpan<NDArray> values)
    {
        Span<nint> results = stackalloc nint[outputs];
        using (var call = new EagerCall(context, name, device))
        {
            foreach (var value in values)
            {
                using var tensor = HostTensors.Share(value);
                using var handle = EagerTensors.Of(tensor);
                call.Input(handle);
            }
            foreach (var resource in resources)
                call.Input(resource);
            call.Execute(results);
        }
        return ToArrays(results);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var function in functions)
            context.Remove(function);
    }

    private static NDArray[] ToArrays(Span<nint> handles)
    {
        try
        {
            var arrays = new NDArray[handles.Length];
            for (int i = 0; i < arrays.Length; i++)
                arrays[i] = EagerTensors.ToArray(handles[i]);
            return arrays;
        }
        finally
        {
            foreach (nint handle in handles)
                TFE_DeleteTensorHandle(handle);
        }
    }
}
