using Google.Protobuf;
using KerasSharp.Formats.Events;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Tensors in the forms that others write, and those that nobody should.</summary>
public sealed class TensorDecoderTests
{
    private static TensorProto Message(DataType type, params long[] shape)
    {
        var message = new TensorProto { Dtype = type, TensorShape = new TensorShapeProto() };
        message.TensorShape.Dim.AddRange(shape.Select(size => new TensorShapeProto.Types.Dim { Size = size }));
        return message;
    }

    private static TensorValue Decode(TensorProto message) => TensorDecoder.Decode(message, "file", "place");

    [Test]
    public void The_last_value_of_a_list_stands_for_the_rest()
    {
        var message = Message(DataType.DtFloat, 2, 2);
        message.FloatVal.Add([1, 2]);
        Assert.That(Decode(message).Elements<float>().ToArray(), Is.EqualTo(new float[] { 1, 2, 2, 2 }));
        Assert.That(Decode(Message(DataType.DtInt64, 2)).ToInts(), Is.EqualTo(new long[] { 0, 0 }));
        Assert.That(Decode(Message(DataType.DtString, 1)).Strings, Is.EqualTo(new[] { Array.Empty<byte>() }));
    }

    [Test]
    public void Small_integers_stand_in_a_list_of_larger_ones()
    {
        var message = Message(DataType.DtInt8, 2);
        message.IntVal.Add([-1, 7]);
        Assert.That(Decode(message).ToInts(), Is.EqualTo(new long[] { -1, 7 }));
        var half = Message(DataType.DtHalf, 1);
        half.HalfVal.Add(0x3C00);
        Assert.That(Decode(half).Elements<Half>().ToArray(), Is.EqualTo(new[] { (Half)1 }));
        var complex = Message(DataType.DtComplex64, 1);
        complex.ScomplexVal.Add([1, 2]);
        Assert.That(Decode(complex).Bytes.ToArray(), Is.EqualTo(new byte[] { 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40 }));
    }

    private static IEnumerable<TensorProto> Hostile()
    {
        yield return Message(DataType.DtFloat, 1L << 40);
        yield return Message(DataType.DtFloat, 1L << 40, 1L << 40, 0);
        yield return Message(DataType.DtFloat, -1);
        yield return Message(DataType.DtFloat, 1 << 30);
        yield return Message(DataType.DtResource);
        yield return Message((DataType)77);
        yield return new TensorProto
        {
            Dtype = DataType.DtFloat,
            TensorShape = new TensorShapeProto { UnknownRank = true },
        };
        var bytes = Message(DataType.DtFloat, 2);
        bytes.TensorContent = ByteString.CopyFrom(1, 2, 3);
        yield return bytes;
        var many = Message(DataType.DtFloat, 1);
        many.FloatVal.Add([1, 2]);
        yield return many;
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_tensor_that_is_not_what_it_tells_is_refused(object message)
    {
        var error = Assert.Throws<FileFormatException>(() => Decode((TensorProto)message))!;
        Assert.That(error.Message, Does.StartWith("'file', place: "));
    }
}
