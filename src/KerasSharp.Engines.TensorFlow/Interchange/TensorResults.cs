using System.Text;
using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>What a run of a loaded graph computed: arrays by name or by number; strings, which NumSharp lacks, as .NET's.</summary>
public sealed class TensorResults
{
    private readonly (string Name, Shape Shape, NDArray? Array, byte[][]? Strings)[] values;

    internal TensorResults(IReadOnlyList<string> names, TensorHandle[] tensors) =>
        values = [.. tensors.Select((tensor, i) => Read(names[i], tensor.DangerousGetHandle()))];

    /// <summary>The number of outputs.</summary>
    public int Count => values.Length;

    /// <summary>The names of the outputs, in order.</summary>
    public IReadOnlyList<string> Names => [.. values.Select(value => value.Name)];

    /// <summary>An output's array; bfloat16 becomes float32.</summary>
    /// <param name="index">Which output, from 0.</param>
    /// <exception cref="InvalidOperationException">The output has strings.</exception>
    public NDArray this[int index] =>
        values[index].Array
        ?? throw new InvalidOperationException($"The output '{values[index].Name}' has strings. Read it by Strings or Bytes.");

    /// <summary>An output's array; bfloat16 becomes float32.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="ArgumentException">There is no such output; the message lists the names.</exception>
    /// <exception cref="InvalidOperationException">The output has strings.</exception>
    public NDArray this[string name] => this[IndexOf(name)];

    /// <summary>An output's shape.</summary>
    /// <param name="name">The output's name.</param>
    public Shape ShapeOf(string name) => values[IndexOf(name)].Shape;

    /// <summary>The strings of an output in row order, read as UTF-8.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output has no strings.</exception>
    public string[] Strings(string name) => Array.ConvertAll(Bytes(name), Encoding.UTF8.GetString);

    /// <summary>The strings of an output in row order, as their bytes.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output has no strings.</exception>
    public byte[][] Bytes(string name) =>
        values[IndexOf(name)].Strings ?? throw new InvalidOperationException($"The output '{name}' has no strings but numbers.");

    private int IndexOf(string name)
    {
        int index = Array.FindIndex(values, value => value.Name == name);
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"There is no output '{name}'; there are: {string.Join(", ", Names.Select(known => $"'{known}'"))}."
            );
    }

    private static (string, Shape, NDArray?, byte[][]?) Read(string name, nint tensor)
    {
        var shape = HostTensors.ShapeOf(tensor);
        return (DType)TensorFlowNative.TF_TensorType(tensor) == DType.String
            ? (name, shape, null, HostTensors.ToStrings(tensor))
            : (name, shape, HostTensors.ToArray(tensor), null);
    }
}
