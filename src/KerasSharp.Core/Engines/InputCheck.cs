using NumSharp;

namespace KerasSharp.Engines;

/// <summary>Checks what a function is called with before anything native sees it.</summary>
internal static class InputCheck
{
    /// <summary>Checks that a function's inputs are placeholders.</summary>
    /// <exception cref="ArgumentException">One is computed.</exception>
    public static void ArePlaceholders(IReadOnlyList<Tensor> inputs)
    {
        foreach (var input in inputs)
            if (input.Operation.Type != "Placeholder")
                throw new ArgumentException($"A function's inputs must be placeholders; {input} is computed by {input.Operation.Type}.");
    }

    /// <summary>The values in row order, as elements of the placeholders' types (<see cref="HostMemory.Elements"/>).</summary>
    /// <exception cref="ArgumentException">A value does not fit its placeholder.</exception>
    public static NDArray[] Prepare(IReadOnlyList<Tensor> inputs, IReadOnlyList<NDArray> values)
    {
        if (values.Count != inputs.Count)
            throw new ArgumentException($"The function has {inputs.Count} inputs; {values.Count} arrays came.");
        var dense = new NDArray[values.Count];
        for (int i = 0; i < dense.Length; i++)
        {
            var value = values[i] ?? throw new ArgumentException($"The array for input '{inputs[i].Name}' is null.");
            var dtype = DTypeExtensions.DTypeOf(value);
            var expected = HostMemory.ArrayType(inputs[i].DType);
            if (dtype != expected)
                throw new ArgumentException(
                    $"Input '{inputs[i].Name}' takes {expected.Name()}; the array is {dtype.Name()}. Convert it with astype."
                );
            if (!inputs[i].Shape.IsCompatibleWith(Shape.Of(value.shape)))
                throw new ArgumentException(
                    $"Input '{inputs[i].Name}' takes shape {inputs[i].Shape}; the array has shape {Shape.Of(value.shape)}."
                );
            dense[i] = HostMemory.Elements(value, inputs[i].DType);
        }
        return dense;
    }

    /// <summary>The value for a variable in row order, as elements of its type (<see cref="HostMemory.Elements"/>).</summary>
    /// <exception cref="ArgumentException">The array has another shape.</exception>
    public static NDArray Prepare(Variable variable, NDArray value)
    {
        var shape = Shape.Of(value.shape);
        return shape.Equals(variable.Shape)
            ? HostMemory.Elements(value, variable.DType)
            : throw new ArgumentException($"Variable '{variable.Path}' has shape {variable.Shape}; the array given has shape {shape}.");
    }
}
