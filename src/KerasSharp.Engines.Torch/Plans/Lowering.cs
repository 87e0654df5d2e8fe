using KerasSharp.Engines.Torch.Kernels;
using KerasSharp.Graphs;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Replaces composites that have no kernel by their decomposition, and orders what is left.</summary>
internal sealed class Lowering
{
    private readonly Dictionary<Operation, IReadOnlyList<Tensor>> replaced = [];

    /// <summary>The tensor that is computed in place of this one.</summary>
    public Tensor Resolve(Tensor tensor)
    {
        while (tensor.Operation.Definition.Decompose is { } decompose && !KernelTable.Has(tensor.Operation))
        {
            if (!replaced.TryGetValue(tensor.Operation, out var parts))
                replaced[tensor.Operation] = parts = decompose(tensor.Operation);
            tensor = parts[tensor.Index];
        }
        return tensor;
    }

    /// <summary>All operations that the targets need, each after its inputs.</summary>
    public List<Operation> Order(IEnumerable<Tensor> targets) => GraphTraversal.TopologicalOrder(targets, Resolve);
}
