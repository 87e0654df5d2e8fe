namespace KerasSharp.Graphs;

/// <summary>A part of a graph with inputs of its own, used as the body of a <c>Scan</c>: placeholders in, tensors out.</summary>
/// <param name="Inputs">The placeholders.</param>
/// <param name="Outputs">What is computed from them.</param>
public sealed record GraphFunction(IReadOnlyList<Tensor> Inputs, IReadOnlyList<Tensor> Outputs)
{
    /// <summary>The outputs computed from other tensors: a copy of the graph in which these stand for the placeholders.</summary>
    /// <param name="inputs">A tensor for each placeholder, of its type.</param>
    public IReadOnlyList<Tensor> Apply(IReadOnlyList<Tensor> inputs)
    {
        var copies = new Dictionary<Tensor, Tensor>();
        for (int i = 0; i < inputs.Count; i++)
            copies[Inputs[i]] = inputs[i];
        return Substitution.Apply(Outputs, copies);
    }

    /// <summary>
    /// This function with everything that does not depend on its inputs made an input too, so that it is computed once, outside.
    /// Constants stay where they are.
    /// </summary>
    /// <returns>The function, and the outer tensors that its further inputs stand for.</returns>
    public (GraphFunction Function, IReadOnlyList<Tensor> Captured) Lift()
    {
        var dependent = new HashSet<Operation>(Inputs.Select(input => input.Operation));
        var lifted = new Dictionary<Tensor, Tensor>();
        foreach (var operation in GraphTraversal.TopologicalOrder(Outputs))
            if (operation.Inputs.Any(input => dependent.Contains(input.Operation)))
            {
                dependent.Add(operation);
                foreach (var input in operation.Inputs.Where(input => !dependent.Contains(input.Operation)))
                    LiftOne(input, lifted);
            }
        foreach (var output in Outputs.Where(output => !dependent.Contains(output.Operation)))
            LiftOne(output, lifted);
        var outputs = Substitution.Apply(Outputs, new Dictionary<Tensor, Tensor>(lifted));
        return (new GraphFunction([.. Inputs, .. lifted.Values], outputs), [.. lifted.Keys]);
    }

    private static void LiftOne(Tensor tensor, Dictionary<Tensor, Tensor> lifted)
    {
        if (tensor.Operation.Type != "Const" && !lifted.ContainsKey(tensor))
            lifted[tensor] = Ops.Op.Placeholder(tensor.DType, tensor.Shape, tensor.Name);
    }
}
