using Google.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;
using NumSharp;

namespace KerasSharp.Formats.Protobuf;

/// <summary>TensorFlow's TensorProto to and from host values.</summary>
public static class TensorProtoExtensions
{
    /// <summary>The value, whichever way it is stored: as bytes, or as typed numbers of which the last repeats.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="FileFormatException">The shape is not known or absurd, there are too few or too many bytes, or KerasSharp lacks the type.</exception>
    public static TensorValue ToTensorValue(this TensorProto tensor) => ToTensorValue(tensor, nameof(TensorProto), "");

    /// <summary>The value as an array of NumSharp's; bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="FileFormatException">As <see cref="ToTensorValue(TensorProto)"/>.</exception>
    /// <exception cref="NotSupportedException">The tensor has strings.</exception>
    public static NDArray ToNDArray(this TensorProto tensor) => ToTensorValue(tensor).ToNDArray();

    /// <summary>A TensorProto of a value: numbers as bytes, strings one by one.</summary>
    /// <param name="value">The value.</param>
    public static TensorProto ToTensorProto(this TensorValue value)
    {
        var tensor = new TensorProto { Dtype = (DataType)value.DType, TensorShape = value.Shape.ToProto() };
        if (value.DType == DType.String)
            tensor.StringVal.AddRange(value.Strings.Select(text => ByteString.CopyFrom(text)));
        else
            tensor.TensorContent = ByteString.CopyFrom(value.Bytes);
        return tensor;
    }

    /// <summary>A TensorProto of an array.</summary>
    /// <param name="array">The array.</param>
    public static TensorProto ToTensorProto(this NDArray array) => TensorValue.From(array).ToTensorProto();

    /// <summary>The same as the public form, with errors that name the place.</summary>
    internal static TensorValue ToTensorValue(this TensorProto tensor, string file, string place)
    {
        if (!tensor.Dtype.TryGetDType(out var dtype) || dtype is DType.Resource)
            throw new FileFormatException(file, place, $"tensors of type {tensor.Dtype.Name()} have no values that KerasSharp can read.");
        var shape = TensorShapes.Defined(tensor.TensorShape, file, place);
        return dtype == DType.String
            ? TensorValue.FromStrings(shape, TensorProtoStrings.Read(tensor, shape.Size, file, place))
            : TensorValue.FromBytes(dtype.Value, shape, TensorProtoNumbers.Read(tensor, dtype.Value, shape.Size, file, place));
    }
}
