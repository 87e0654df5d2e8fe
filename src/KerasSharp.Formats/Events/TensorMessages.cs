using Google.Protobuf;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>Tensors as messages, the way <c>tf.make_tensor_proto</c> writes them: numbers as their bytes, strings one by one.</summary>
internal static class TensorMessages
{
    public static TensorProto ToMessage(TensorValue value)
    {
        var message = new TensorProto { Dtype = (DataType)value.DType, TensorShape = ToMessage(value.Shape) };
        if (value.DType == DType.String)
            message.StringVal.AddRange(value.Strings.Select(text => ByteString.CopyFrom(text)));
        else
            message.TensorContent = ByteString.CopyFrom(value.Bytes);
        return message;
    }

    private static TensorShapeProto ToMessage(Shape shape)
    {
        var message = new TensorShapeProto();
        foreach (var size in shape.Dims)
            message.Dim.Add(new TensorShapeProto.Types.Dim { Size = size });
        return message;
    }
}
