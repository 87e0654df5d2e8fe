using KerasSharp.Engines.TensorFlow.Runtime;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow;

/// <summary>A compiled function; TensorFlow runs it for any shapes and from many threads at once.</summary>
internal sealed class TensorFlowExecutable : IExecutable
{
    private readonly EagerContext context;
    private readonly IReadOnlyList<Tensor> inputs;
    private readonly Variable[] variables;
    private readonly TensorFlowFunction function;
    private readonly Lazy<TensorFlowFunction> functionOfEmpty;
    private volatile bool initialized;
    private volatile bool disposed;

    public TensorFlowExecutable(
        EagerContext context,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates
    )
    {
        InputCheck.ArePlaceholders(inputs);
        (this.context, this.inputs) = (context, inputs);
        variables = FunctionVariables.Of(outputs, updates);
        function = new TensorFlowFunction(context, inputs, outputs, updates);
        functionOfEmpty = new(() => new TensorFlowFunction(context, inputs, outputs, updates, mayBeEmpty: true));
    }

    public NDArray[] Run(IReadOnlyList<NDArray> values)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var dense = InputCheck.Prepare(inputs, values);
        if (!initialized)
        {
            VariableStorage.Initialize(context, variables);
            initialized = true;
        }
        bool isEmpty = Array.Exists(dense, value => value.size == 0);
        return (isEmpty ? functionOfEmpty.Value : function).Call(dense);
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        function.Dispose();
        if (functionOfEmpty.IsValueCreated)
            functionOfEmpty.Value.Dispose();
    }
}
