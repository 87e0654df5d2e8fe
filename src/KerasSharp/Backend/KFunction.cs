using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp;

/// <summary>A compiled function from arrays to arrays, made by <see cref="K.Function"/>. Several threads may run it at once.</summary>
public sealed class KFunction : IDisposable
{
    private readonly IReadOnlyList<Tensor> inputs;
    private readonly IExecutable executable;

    internal KFunction(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<(Variable, Tensor)> updates)
    {
        this.inputs = inputs;
        executable = Engine.Current.Compile(inputs, outputs, updates);
    }

    /// <summary>Computes the outputs and carries out the updates.</summary>
    /// <param name="values">An array for each input: NDArrays, C# arrays of any rank, or numbers; converted to the input's type.</param>
    /// <returns>An array for each output.</returns>
    /// <exception cref="ArgumentException">The number of arrays differs from the number of inputs, or a shape does not fit.</exception>
    public NDArray[] Run(params IReadOnlyList<object> values)
    {
        if (values.Count != inputs.Count)
            throw new ArgumentException(
                $"The function has {inputs.Count} inputs; {values.Count} arrays came. Give one array for each input.",
                nameof(values)
            );
        return executable.Run([.. values.Select((value, i) => HostArray.Convert(value, inputs[i].DType, $"input {i} of the function"))]);
    }

    /// <inheritdoc/>
    public void Dispose() => executable.Dispose();
}
