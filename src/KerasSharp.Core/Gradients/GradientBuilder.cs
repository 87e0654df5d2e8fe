using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Builds the graph that computes gradients, by reverse accumulation over the table of rules.</summary>
public static class GradientBuilder
{
    /// <summary>
    /// The gradients of the sum of the targets with respect to the sources, along all ways: where one source is computed from another, the
    /// other's gradient has what comes through the one.
    /// </summary>
    /// <param name="targets">What is differentiated.</param>
    /// <param name="sources">By what: any tensors that the targets are computed from.</param>
    /// <param name="outputGradients">The gradient that each target starts with; ones by default.</param>
    /// <param name="stopGradients">Tensors that count as independent of everything. A source may be among them: nothing then flows on from it.</param>
    /// <returns>A tensor a source, of its shape and type; null where the targets do not depend on it.</returns>
    /// <exception cref="NotSupportedException">An op on the way has no gradient rule.</exception>
    public static IReadOnlyList<Tensor?> Gradients(
        IReadOnlyList<Tensor> targets,
        IReadOnlyList<Tensor> sources,
        IReadOnlyList<Tensor?>? outputGradients = null,
        IReadOnlyList<Tensor>? stopGradients = null
    )
    {
        var accumulator = new GradientAccumulator();
        for (int i = 0; i < targets.Count; i++)
            accumulator.Add(targets[i], outputGradients?[i] ?? Op.OnesLike(targets[i]));
        var stops = new HashSet<Tensor>(stopGradients ?? []);
        var ends = stops.Except(sources).ToHashSet();
        var order = GraphTraversal.TopologicalOrder(targets, stops);
        var needed = Needed(order, sources, stops);
        for (int i = order.Count - 1; i >= 0; i--)
            if (needed.Contains(order[i]))
                Propagate(order[i], accumulator, stops, ends);
        return [.. sources.Select(accumulator.Total)];
    }

    /// <summary>The operations through which a target depends on a source.</summary>
    private static HashSet<Operation> Needed(List<Operation> order, IReadOnlyList<Tensor> sources, HashSet<Tensor> stops)
    {
        var sourceSet = sources.ToHashSet();
        var needed = new HashSet<Operation>();
        foreach (var operation in order)
            if (operation.Inputs.Any(input => sourceSet.Contains(input) || (!stops.Contains(input) && needed.Contains(input.Operation))))
                needed.Add(operation);
        return needed;
    }

    /// <summary>The gradients of the inputs of an operation on the way: of those that <paramref name="stops"/> lists nothing flows on, of those at the <paramref name="ends"/> none is asked for.</summary>
    private static void Propagate(Operation operation, GradientAccumulator accumulator, HashSet<Tensor> stops, HashSet<Tensor> ends)
    {
        var outputGradients = operation.Outputs.Select(output => stops.Contains(output) ? null : accumulator.Total(output)).ToArray();
        if (Array.TrueForAll(outputGradients, gradient => gradient is null) || GradientTable.IsNotDifferentiable(operation.Type))
            return;
        if (!GradientTable.TryGet(operation.Type, out var rule))
            rule = operation.Definition.Decompose is not null ? ThroughDecomposition : null;
        if (rule is null)
            throw new NotSupportedException(
                $"{operation.Name}: the op {operation.Type} has no gradient rule. Stop the gradient before it with Op.StopGradient."
            );
        using var scope = new NameScope($"gradients/{operation.Name}");
        var gradients = rule(new GradientContext(operation, outputGradients));
        if (gradients.Count != operation.Inputs.Count)
            throw new InvalidOperationException(
                $"The gradient rule of {operation.Type} returned {gradients.Count} gradients for {operation.Inputs.Count} inputs."
            );
        for (int i = 0; i < gradients.Count; i++)
            if (gradients[i] is { } gradient && !ends.Contains(operation.Inputs[i]) && operation.Inputs[i].DType.IsDifferentiable())
                accumulator.Add(operation.Inputs[i], Fit(operation, i, gradient));
    }

    /// <summary>The rule of a composite that has none of its own: the gradient of what it means.</summary>
    private static IReadOnlyList<Tensor?> ThroughDecomposition(GradientContext context)
    {
        var outputs = context.Operation.Definition.Decompose!(context.Operation);
        var reached = Enumerable.Range(0, outputs.Count).Where(context.HasGradient).ToList();
        return Through(
            [.. reached.Select(i => outputs[i])],
            context.Operation.Inputs,
            [.. reached.Select(i => (Tensor?)context.Gradient(i))]
        );
    }

    /// <summary>
    /// What a rule that writes its operation out in other ops returns: the gradients of the inputs, each for itself, whatever they are
    /// computed from. A tensor that is given twice gets all at its first place.
    /// </summary>
    internal static IReadOnlyList<Tensor?> Through(
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor?> outputGradients
    )
    {
        var distinct = inputs.Distinct().ToList();
        var gradients = Gradients(outputs, distinct, outputGradients, stopGradients: distinct);
        var unused = distinct.Zip(gradients).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. inputs.Select(input => unused.Remove(input, out var gradient) ? gradient : null)];
    }

    private static Tensor Fit(Operation operation, int index, Tensor gradient)
    {
        var input = operation.Inputs[index];
        if (operation.Definition.Broadcasts)
            gradient = Broadcasting.SumTo(gradient, input);
        if (!gradient.Shape.IsCompatibleWith(input.Shape) || gradient.DType != input.DType)
            throw new InvalidOperationException(
                $"The gradient rule of {operation.Type} gave {gradient.DType.Name()}{gradient.Shape} for input {index}, "
                    + $"which is {input.DType.Name()}{input.Shape}."
            );
        return gradient;
    }
}
