using System.Collections.Concurrent;
using KerasSharp.Engines;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Metrics;

/// <content>Use outside a model, with arrays.</content>
public abstract partial class Metric
{
    private readonly ConcurrentDictionary<string, IExecutable> compiled = new();

    /// <summary>Takes in one more batch.</summary>
    /// <param name="yTrue">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    /// <param name="sampleWeight">How much each sample counts; null for all the same.</param>
    /// <param name="mask">True where a value counts; null for everywhere.</param>
    public void UpdateState(NDArray yTrue, NDArray yPred, NDArray? sampleWeight = null, NDArray? mask = null) =>
        RunUpdate([yTrue, yPred, sampleWeight, mask], inputs => Update(inputs[0]!, inputs[1]!, inputs[2], inputs[3]));

    /// <summary>The value of all that was taken in.</summary>
    public NDArray Result()
    {
        var result = Result(variable => variable.Read());
        using var executable = Engine.Current.Compile([], [result], []);
        return executable.Run([])[0];
    }

    /// <summary>Forgets all that was taken in.</summary>
    public void ResetState()
    {
        foreach (var variable in variables)
            variable.SetValue(TensorValue.Filled(variable.Shape, 0, variable.DType).ToNDArray());
    }

    /// <summary>Runs an update of arrays, compiled once for arrays of the same types and shapes.</summary>
    private protected void RunUpdate(NDArray?[] arrays, Func<Tensor?[], IReadOnlyList<(Variable Variable, Tensor Value)>> update)
    {
        var given = arrays.OfType<NDArray>().ToArray();
        var key = string.Join(";", arrays.Select(array => array is null ? "" : $"{array.dtype.Name}{Shape.Of(array.shape)}"));
        compiled.GetOrAdd(key, _ => CompileUpdate(arrays, update)).Run(given);
    }

    private static IExecutable CompileUpdate(NDArray?[] arrays, Func<Tensor?[], IReadOnlyList<(Variable Variable, Tensor Value)>> update)
    {
        var inputs = arrays
            .Select(array => array is null ? null : Op.Placeholder(DTypeExtensions.DTypeOf(array), Shape.Of(array.shape)))
            .ToArray();
        return Engine.Current.Compile([.. inputs.OfType<Tensor>()], [], update(inputs));
    }
}
