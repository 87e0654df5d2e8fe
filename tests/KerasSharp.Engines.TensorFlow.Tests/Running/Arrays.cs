using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Running;

/// <summary>Arrays and functions for tests.</summary>
internal static class Arrays
{
    /// <summary>An array of float32.</summary>
    public static NDArray Floats(Shape shape, params float[] elements) => TensorValue.From<float>(shape, elements).ToNDArray();

    /// <summary>An array of int32.</summary>
    public static NDArray Ints(params int[] elements) => TensorValue.From<int>(Shape.Of(elements.Length), elements).ToNDArray();

    /// <summary>An array filled with one number.</summary>
    public static NDArray Filled(Shape shape, double value, DType dtype = DType.Float32) =>
        TensorValue.Filled(shape, value, dtype).ToNDArray();

    /// <summary>The elements of an array of float32.</summary>
    public static float[] Elements(NDArray array) => TensorValue.From(array).Elements<float>().ToArray();

    /// <summary>A variable that begins with one number.</summary>
    public static Variable Variable(Shape shape, double value, DType dtype = DType.Float32) =>
        new("variable", Op.Constant(TensorValue.Filled(shape, value, dtype)));
}
