namespace KerasSharp.Graphs;

/// <summary>Copies a graph with some tensors replaced. What does not depend on a replaced tensor is shared, not copied.</summary>
internal static class Substitution
{
    /// <summary>The targets with tensors replaced; <paramref name="copies"/> says by what, and collects what was copied.</summary>
    public static IReadOnlyList<Tensor> Apply(IReadOnlyList<Tensor> targets, Dictionary<Tensor, Tensor> copies)
    {
        foreach (var operation in GraphTraversal.TopologicalOrder(targets, [.. copies.Keys]))
        {
            if (!operation.Inputs.Any(copies.ContainsKey))
                continue;
            var attributes = new Attributes();
            foreach (var (name, value) in operation.Attributes)
                attributes[name] = value;
            var inputs = operation.Inputs.Select(input => copies.GetValueOrDefault(input, input)).ToList();
            var copy = Operation.Create(operation.Definition, inputs, attributes, operation.Name);
            foreach (var output in operation.Outputs)
                copies[output] = copy.Outputs[output.Index];
        }
        return [.. targets.Select(target => copies.GetValueOrDefault(target, target))];
    }
}
