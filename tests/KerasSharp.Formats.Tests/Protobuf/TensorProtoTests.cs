using System.Globalization;
using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Testing;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Protobuf;

/// <summary>Tensors against TensorFlow's own conversion, in both directions.</summary>
public sealed class TensorProtoTests
{
    // Each line: the message, the type, the shape, and the bytes of the array that TensorFlow makes of it.
    private const string Script = """
        import base64, os
        os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
        import tensorflow as tf
        from tensorflow.core.framework import tensor_pb2, types_pb2
        def show(proto, value):
            data = b'|'.join(base64.b64encode(s) for s in value.reshape(-1)) if value.dtype == object else base64.b64encode(value.tobytes())
            print(base64.b64encode(proto.SerializeToString()).decode(), proto.dtype, ','.join(map(str, value.shape)) or '-', data.decode() or '-')
        def typed(dtype, shape, **fields):
            proto = tensor_pb2.TensorProto(dtype=dtype, tensor_shape=tf.TensorShape(shape).as_proto(), **fields)
            show(proto, tf.constant(tf.make_ndarray(proto)).numpy())
        for name in 'float16 bfloat16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64 bool complex64 complex128'.split():
            dtype = tf.as_dtype(name)
            for value in ([1, 0, 1, 1, 0, 1], [1], []):
                array = np.array(value).astype(dtype.as_numpy_dtype)
                show(tf.make_tensor_proto(array, dtype), array)
            array = np.full([2, 3], 1).astype(dtype.as_numpy_dtype)
            show(tf.make_tensor_proto(np.array(1).astype(dtype.as_numpy_dtype), dtype, [2, 3]), array)
        show(tf.make_tensor_proto([[b'a', b''], [b'\xff\x00', b'long' * 50]]), np.array([[b'a', b''], [b'\xff\x00', b'long' * 50]], object))
        typed(types_pb2.DT_FLOAT, [2, 3], float_val=[1.5, -2.5])
        typed(types_pb2.DT_HALF, [3], half_val=[0x3c00, 0xc000])
        typed(types_pb2.DT_BFLOAT16, [3], half_val=[0x3f80, 0x4000])
        typed(types_pb2.DT_INT8, [4], int_val=[1, -2])
        typed(types_pb2.DT_UINT16, [2], int_val=[65535])
        typed(types_pb2.DT_COMPLEX64, [2], scomplex_val=[1, 2])
        typed(types_pb2.DT_BOOL, [3], bool_val=[True, False])
        for i, line in enumerate(open(sys.argv[1])):
            proto = tensor_pb2.TensorProto.FromString(base64.b64decode(line.split()[0]))
            show(proto, tf.make_ndarray(proto))
        """;

    private static readonly TensorValue[] Ours =
    [
        TensorValue.From<float>([2, 2], [1.5f, float.NaN, float.NegativeInfinity, -0f]),
        TensorValue.From<Half>([3], [(Half)1.5, (Half)(-2), Half.MaxValue]),
        TensorValue.FromBytes(DType.BFloat16, [2], [0x80, 0x3f, 0x00, 0x40]),
        TensorValue.From<long>(Shape.Scalar, [long.MinValue]),
        TensorValue.From<bool>([0, 4], []),
        TensorValue.FromBytes(DType.Complex64, [1], [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]),
        TensorValue.FromStrings(
            [2],
            [
                [1, 2, 255],
                [],
            ]
        ),
    ];

    [Test]
    public void AsTensorFlowConvertsIt()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["ours"], Ours.Select(value => Convert.ToBase64String(value.ToTensorProto().ToByteArray())));
        var lines = ReferencePython.Run(Script, folder["ours"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.GreaterThan(60));
        for (int i = 0; i < lines.Length; i++)
            AssertLine(lines[i], i < lines.Length - Ours.Length ? null : Ours[i - lines.Length + Ours.Length]);
    }

    private static void AssertLine(string line, TensorValue? ours)
    {
        var parts = line.Split(' ');
        var value = TensorProto.Parser.ParseFrom(Convert.FromBase64String(parts[0])).ToTensorValue();
        long[] shape = parts[2] == "-" ? [] : [.. parts[2].Split(',').Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        Assert.That((int)value.DType, Is.EqualTo(int.Parse(parts[1], CultureInfo.InvariantCulture)), line);
        Assert.That(value.Shape.ToArray(), Is.EqualTo(shape), line);
        AssertData(parts[3], value, line);
        if (ours is not null)
            AssertData(parts[3], ours, line);
    }

    private static void AssertData(string data, TensorValue value, string line)
    {
        if (value.DType == DType.String)
            Assert.That(value.Strings.Select(Convert.ToBase64String), Is.EqualTo(data.Split('|')), line);
        else
            Assert.That(Convert.ToBase64String(value.Bytes), Is.EqualTo(data == "-" ? "" : data), line);
    }

    [Test]
    public void Refused()
    {
        Assert.That(
            () => Tensor(DataType.DtFloat, 1L << 40).ToTensorValue(),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("at most")
        );
        Assert.That(
            () => Tensor(DataType.DtString, 1L << 40).ToTensorValue(),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("too many")
        );
        Assert.That(() => Tensor(DataType.DtFloat, 1L << 40, 1L << 40).ToTensorValue(), Throws.TypeOf<FileFormatException>());
        Assert.That(
            () => Tensor(DataType.DtFloat, -1).ToTensorValue(),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("must be known")
        );
        Assert.That(() => Tensor(DataType.DtFloat, -7).ToTensorValue(), Throws.TypeOf<FileFormatException>().With.Message.Contains("-7"));
        Assert.That(() => Tensor(DataType.DtQint8, 1).ToTensorValue(), Throws.TypeOf<FileFormatException>().With.Message.Contains("qint8"));
        Assert.That(
            () => Tensor(DataType.DtResource, 1).ToTensorValue(),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("resource")
        );
        Assert.That(() => Tensor(DataType.DtInvalid, 1).ToTensorValue(), Throws.TypeOf<FileFormatException>());
    }

    private static TensorProto Tensor(DataType type, params long[] shape) =>
        new()
        {
            Dtype = type,
            TensorShape = new TensorShapeProto { Dim = { shape.Select(size => new TensorShapeProto.Types.Dim { Size = size }) } },
        };
}
