namespace KerasSharp.Graphs;

/// <summary>Walks over what some tensors are computed from.</summary>
public static class GraphTraversal
{
    /// <summary>All operations that the targets need, each after its inputs. <paramref name="stop"/> tensors are taken as given.</summary>
    public static List<Operation> TopologicalOrder(IEnumerable<Tensor> targets, IEnumerable<Tensor>? stop = null)
    {
        var given = new HashSet<Tensor>(stop ?? []);
        var done = new HashSet<Operation>();
        var order = new List<Operation>();
        var stack = new Stack<(Operation Operation, int Next)>();
        foreach (var target in targets)
        {
            if (given.Contains(target) || !done.Add(target.Operation))
                continue;
            stack.Push((target.Operation, 0));
            while (stack.TryPop(out var frame))
            {
                if (frame.Next == frame.Operation.Inputs.Count)
                {
                    order.Add(frame.Operation);
                    continue;
                }
                stack.Push((frame.Operation, frame.Next + 1));
                var input = frame.Operation.Inputs[frame.Next];
                if (!given.Contains(input) && done.Add(input.Operation))
                    stack.Push((input.Operation, 0));
            }
        }
        return order;
    }
}
