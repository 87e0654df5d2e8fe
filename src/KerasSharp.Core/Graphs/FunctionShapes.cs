namespace KerasSharp.Graphs;

/// <summary>The shapes of a function's outputs for given shapes of its inputs.</summary>
internal static class FunctionShapes
{
    /// <summary>The shapes of the outputs, as far as they follow.</summary>
    public static Shape[] Infer(GraphFunction function, IReadOnlyList<Shape> inputs)
    {
        var shapes = new Dictionary<Tensor, Shape>();
        for (int i = 0; i < inputs.Count; i++)
            shapes[function.Inputs[i]] = inputs[i];
        var ints = new ConstantInts(tensor => shapes.TryGetValue(tensor, out var shape) ? shape : tensor.Shape);
        foreach (var operation in GraphTraversal.TopologicalOrder(function.Outputs, function.Inputs))
        {
            var context = new InferenceContext(
                operation.Definition,
                operation.Attributes,
                [.. operation.Inputs.Select(input => shapes[input])],
                [.. operation.Inputs.Select(input => input.DType)],
                index => ints.ValueOf(operation.Inputs[index]),
                index => operation.Inputs[index].Operation.Type == "Const"
            );
            var outputs = operation.Definition.InferShapes(context);
            foreach (var output in operation.Outputs)
                shapes[output] = outputs[output.Index];
        }
        return [.. function.Outputs.Select(output => shapes[output])];
    }
}
