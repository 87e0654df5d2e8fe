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
    public List<Operation> Order(IEnumerable<Tensor> targets)
    {
        var done = new HashSet<Operation>();
        var order = new List<Operation>();
        var stack = new Stack<(Operation Operation, int Next)>();
        foreach (var target in targets)
        {
            Visit(Resolve(target).Operation);
            while (stack.TryPop(out var frame))
            {
                if (frame.Next == frame.Operation.Inputs.Count)
                {
                    order.Add(frame.Operation);
                    continue;
                }
                stack.Push((frame.Operation, frame.Next + 1));
                Visit(Resolve(frame.Operation.Inputs[frame.Next]).Operation);
            }
        }
        return order;

        void Visit(Operation operation)
        {
            if (done.Add(operation))
                stack.Push((operation, 0));
        }
    }
}
