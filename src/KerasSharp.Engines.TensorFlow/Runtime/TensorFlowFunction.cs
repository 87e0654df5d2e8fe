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
    private readonly FunctionRegistration functions;
    private readonly EagerHandle[] resources;
    private readonly DType[] dtypes;
    private readonly int outputs;
    private readonly string? device = Device.Current;

    /// <summary>Translates and registers a function.</summary>
    /// <param name="context">Where it will run.</param>
    /// <param name="inputs">Placeholders.</param>
    /// <param name="outputs">What it computes.</param>
    /// <param name="updates">Variables and their new values.</param>
    /// <param name="mayBeEmpty">Whether it must do for inputs without elements.</param>
    public TensorFlowFunction(
        EagerContext context,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates,
        bool mayBeEmpty = false
    )
    {
        this.context = context;
        this.outputs = outputs.Count;
        dtypes = [.. inputs.Select(input => input.DType)];
        var variables = FunctionVariables.Of(outputs, updates);
        resources = [.. variables.Select(variable => VariableStorage.Of(context, variable).Handle)];
        using var graph = new GraphTranslator(mayBeEmpty);
        GraphOutput[] arguments = [.. inputs.Select(input => graph.AddInput(input)), .. variables.Select(graph.AddResource)];
        var results = graph.Translate([.. outputs, .. updates.Select(update => update.Value)]);
        var effects = VariableUpdates.Add(graph, updates, results.AsSpan(outputs.Count));
        using var function = GraphFunctionHandle.Create(graph.Graph, "function", arguments, results.AsSpan(0, outputs.Count), effects);
        functions = new FunctionRegistration(context);
        try
        {
            foreach (var inner in graph.Functions)
                functions.Add(inner.Name, inner.Handle);
            functions.Add(function.Name, function.Handle);
        }
        catch
        {
            functions.Dispose();
            throw;
        }
        name = new CallName(function.Name);
    }

    /// <summary>Calls it.</summary>
    /// <param name="values">Arrays for the inputs, in row order and of their types.</param>
    /// <returns>Copies of the outputs.</returns>
    /// <exception cref="ObjectDisposedException">The function is disposed.</exception>
    /// <exception cref="TensorFlowException">It failed.</exception>
    public NDArray[] Call(ReadOnlySpan<NDArray> values)
    {
        using var hold = functions.ForCall();
        Span<nint> results = stackalloc nint[outputs];
        using (var call = new EagerCall(context, name, device))
        {
            for (int i = 0; i < values.Length; i++)
            {
                using var tensor = HostTensors.Share(dtypes[i], values[i]);
                using var handle = EagerTensors.Of(tensor);
                call.Input(handle);
            }
            foreach (var resource in resources)
                call.Input(resource);
            call.Execute(results);
        }
        // A finalizer would free the function's name.
        GC.KeepAlive(this);
        return ToArrays(results);
    }

    /// <inheritdoc/>
    public void Dispose() => functions.Dispose();

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
