using System.Collections.Concurrent;
using KerasSharp.Engines.Torch.Plans;
using NumSharp;

namespace KerasSharp.Engines.Torch;

/// <summary>A compiled function: a plan for each set of input shapes, and as many copies of it as threads run it at once.</summary>
internal sealed class TorchExecutable : IExecutable
{
    private readonly IReadOnlyList<Tensor> inputs;
    private readonly IReadOnlyList<Tensor> outputs;
    private readonly IReadOnlyList<(Variable Variable, Tensor Value)> updates;
    private readonly Variable[] variables;
    private readonly ConcurrentDictionary<PlanKey, ConcurrentBag<ExecutionPlan>> plans = new();
    private volatile bool initialized;
    private volatile bool disposed;

    public TorchExecutable(
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates
    )
    {
        (this.inputs, this.outputs, this.updates) = (inputs, outputs, updates);
        InputCheck.ArePlaceholders(inputs);
        variables = FunctionVariables.Of(outputs, updates);
    }

    public NDArray[] Run(IReadOnlyList<NDArray> values)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var dense = InputCheck.Prepare(inputs, values);
        if (!initialized)
        {
            VariableStorage.Initialize(variables);
            initialized = true;
        }
        var key = PlanKey.Of(dense);
        var pool = plans.GetOrAdd(key, static _ => []);
        if (!pool.TryTake(out var plan))
            plan = Planner.Plan(new PlanRequest(inputs, [.. dense.Select(value => Shape.Of(value.shape))], outputs, updates));
        for (int i = 0; i < dense.Length; i++)
            plan.Inputs[i].Buffer.Pointer = HostMemory.Address(dense[i]);
        plan.Run();
        GC.KeepAlive(dense);
        var results = Array.ConvertAll(plan.Outputs, slot => HostMemory.ToArray(slot.DType, slot.Shape, slot.Pointer));
        pool.Add(plan);
        return results;
    }

    public void Dispose()
    {
        disposed = true;
        foreach (var pool in plans.Values)
            while (pool.TryTake(out var plan))
                plan.Dispose();
    }
}
