namespace KerasSharp.Graphs;

/// <summary>The shapes of a function's outputs for given shapes of its inputs.</summary>
internal static class FunctionShapes
{
    /// <summary>The shapes of the outputs, as far as they follow.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">The shapes of its inputs.</param>
    /// <param name="ints">The value of an integer input, -1 for an element that is not known; null where nothing is.</param>
    public static Shape[] Infer(GraphFunction function, IReadOnlyList<Shape> inputs, Func<int, long[]?> ints)
    {
        var shapes = new Dictionary<Tensor, Shape>();
        var places = new Dictionary<Tensor, int>();
        for (int i = 0; i < inputs.Count; i++)
            (shapes[function.Inputs[i]], places[function.Inputs[i]]) = (inputs[i], i);
        var constants = new ConstantInts(
            tensor => shapes.TryGetValue(tensor, out var shape) ? shape : tensor.Shape,
            tensor => places.TryGetValue(tensor, out int place) ? ints(place) : null
        );
        foreach (var operation in GraphTraversal.TopologicalOrder(function.Outputs, function.Inputs))
        {
            var context = new InferenceContext(
                operation.Definition,
                operation.Attributes,
                [.. operation.Inputs.Select(input => shapes[input])],
                [.. operation.Inputs.Select(input => input.DType)],
                index => constants.ValueOf(operation.Inputs[index]),
                index => operation.Inputs[index].Operation.Type == "Const"
            );
            var outputs = operation.Definition.InferShapes(context);
            foreach (var output in operation.Outputs)
                shapes[output] = outputs[output.Index];
        }
        return [.. function.Outputs.Select(output => shapes[output])];
    }
}
