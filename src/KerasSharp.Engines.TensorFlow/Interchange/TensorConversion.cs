using System.Text;
using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>Values as users give them, as tensors for a loaded graph.</summary>
internal static class TensorConversion
{
    /// <summary>A tensor for an input.</summary>
    /// <param name="value">An NDArray, a C# array or a number; for strings a string, its bytes, or arrays of either; or a <see cref="TensorValue"/>.</param>
    /// <param name="input">What the graph expects.</param>
    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public static TensorHandle Convert(object? value, TensorSpec input)
    {
        if (value is not TensorValue && input.DType != DType.String)
        {
            var array = HostArray.Convert(value, input.DType, $"Input '{input.Name}'");
            CheckShape(Shape.Of(array.shape), input);
            return HostTensors.Share(input.DType, HostMemory.Dense(array));
        }
        var constant = value as TensorValue ?? Strings(value, input);
        if (constant.DType != input.DType)
            throw new ArgumentException($"Input '{input.Name}' takes {input.DType.Name()}; the value is {constant.DType.Name()}.");
        CheckShape(constant.Shape, input);
        return HostTensors.Copy(constant);
    }

    private static void CheckShape(Shape shape, TensorSpec input)
    {
        if (!input.Shape.IsCompatibleWith(shape))
            throw new ArgumentException($"Input '{input.Name}' takes shape {input.Shape}; the value has shape {shape}.");
    }

    private static TensorValue Strings(object? value, TensorSpec input) =>
        value switch
        {
            string or byte[] => TensorValue.FromStrings(Shape.Scalar, [Bytes(value, input)]),
            Array array when array.GetType().GetElementType() is { } element && (element == typeof(string) || element == typeof(byte[])) =>
                TensorValue.FromStrings(
                    Shape.Of([.. Enumerable.Range(0, array.Rank).Select(axis => array.GetLongLength(axis))]),
                    [.. array.Cast<object?>().Select(item => Bytes(item, input))]
                ),
            _ => throw new ArgumentException(
                $"Input '{input.Name}' takes strings: give a string or byte[], or an array of them; got {value?.GetType().Name ?? "null"}."
            ),
        };

    private static byte[] Bytes(object? item, TensorSpec input) =>
        item switch
        {
            string text => Encoding.UTF8.GetBytes(text),
            byte[] bytes => bytes,
            _ => throw new ArgumentException($"Input '{input.Name}': a string is null."),
        };
}
