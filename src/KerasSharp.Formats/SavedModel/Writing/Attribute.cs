using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>Values of attributes of nodes.</summary>
internal static class Attribute
{
    public static AttrValue Of(DType dtype) => new() { Type = (DataType)dtype };

    public static AttrValue Of(Shape shape) => new() { Shape = shape.ToProto() };

    public static AttrValue Of(string text) => new() { S = ByteString.CopyFromUtf8(text) };

    public static AttrValue Of(TensorProto tensor) => new() { Tensor = tensor };

    public static AttrValue Function(string name) => new() { Func = new NameAttrList { Name = name } };

    public static AttrValue List(IEnumerable<DType> dtypes) =>
        new() { List = new AttrValue.Types.ListValue { Type = { dtypes.Select(dtype => (DataType)dtype) } } };
}
