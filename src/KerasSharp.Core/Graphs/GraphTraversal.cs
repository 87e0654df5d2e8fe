namespace KerasSharp.Graphs;

/// <summary>Walks over what some tensors are computed from.</summary>
public static class GraphTraversal
{
    /// <summary>All operations that the targets need, each after its inputs.</summary>
    /// <param name="targets">The tensors to compute.</param>
    /// <param name="stop">Tensors that are taken as given: what only they need is left out. None by default.</param>
    /// <returns>Each operation once.</returns>
    public static List<Operation> TopologicalOrder(IEnumerable<Tensor> targets, IEnumerable<Tensor>? stop = null)
    {
        var given = new HashSet<Tensor>(stop ?? []);
        return TopologicalOrder(targets, tensor => given.Contains(tensor) ? null : tensor);
    }

    /// <summary>All operations that the targets need, each after its inputs, where other tensors may stand for those of the graph.</summary>
    /// <param name="targets">The tensors to compute.</param>
    /// <param name="resolve">The tensor that is computed in place of one; null for a tensor that is taken as given.</param>
    /// <returns>Each operation once.</returns>
    internal static List<Operation> TopologicalOrder(IEnumerable<Tensor> targets, Func<Tensor, Tensor?> resolve)
    {
        var done = new HashSet<Operation>();
        var order = new List<Operation>();
        var stack = new Stack<(Operation Operation, int Next)>();
        foreach (var target in targets)
        {
            Visit(target);
            while (stack.TryPop(out var frame))
            {
                if (frame.Next == frame.Operation.Inputs.Count)
                {
                    order.Add(frame.Operation);
                    continue;
                }
                stack.Push((frame.Operation, frame.Next + 1));
                Visit(frame.Operation.Inputs[frame.Next]);
            }
        }
        return order;

        void Visit(Tensor tensor)
        {
            if (resolve(tensor) is { Operation: var operation } && done.Add(operation))
                stack.Push((operation, 0));
        }
    }
}
