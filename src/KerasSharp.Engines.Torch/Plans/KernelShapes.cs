using KerasSharp.Graphs;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Shape inference where all input shapes are known, and the question whether an operation can be computed when planning.</summary>
internal static class KernelShapes
{
    /// <summary>The shapes of the outputs, or null where they depend on values that only a run gives.</summary>
    public static Shape[]? Infer(Operation operation, Slot[] inputs)
    {
        if (Array.Exists(inputs, input => !input.Shape.IsDefined))
            return null;
        var shapes = Infer(
            operation,
            inputs,
            index => inputs[index].IsConstant && IsInteger(inputs[index]) ? PlanValues.ReadInts(inputs[index]) : null
        );
        return Array.TrueForAll(shapes, shape => shape.IsDefined) ? shapes : null;
    }

    /// <summary>The shapes of the outputs while running, when every value is there; some may still be unknown.</summary>
    public static Shape[] InferRunning(Operation operation, Slot[] inputs) =>
        Infer(operation, inputs, index => IsInteger(inputs[index]) ? PlanValues.ReadInts(inputs[index]) : null);

    /// <summary>True where all inputs are constant and the result is small.</summary>
    public static bool CanFold(Operation operation, Slot[] inputs, Shape[] shapes, long largestBytes) =>
        !operation.Definition.IsStateful
        && (operation.Type is "Shape" or "Size" or "Rank" or "ShapeN" || Array.TrueForAll(inputs, input => input.IsConstant))
        && shapes.Zip(operation.Outputs, (shape, output) => shape.Size * output.DType.Size()).Sum() <= largestBytes;

    private static Shape[] Infer(Operation operation, Slot[] inputs, Func<int, long[]?> ints)
    {
        try
        {
            return operation.Definition.InferShapes(
                new InferenceContext(
                    operation.Definition,
                    operation.Attributes,
                    [.. inputs.Select(input => input.Shape)],
                    [.. inputs.Select(input => input.DType)],
                    ints
                )
            );
        }
        catch (ShapeException e)
        {
            var given = string.Join(", ", inputs.Select(input => $"{input.DType.Name()}{input.Shape}"));
            throw new ArgumentException($"{operation.Name}: {e.Message} (op {operation.Type} on {given})", e);
        }
    }

    private static bool IsInteger(Slot slot) => slot.DType.IsInteger() && slot.Count <= 1 << 16;
}
