using System.Text;
using Google.Protobuf;
using Google.Protobuf.Collections;
using KerasSharp.Formats.Protobuf.Examples;
using NumSharp;
using Message = KerasSharp.Formats.Protobuf.Examples.Feature;

namespace KerasSharp.Formats.Records;

/// <summary>One value of an <see cref="Example"/>: a flat list of floats, integers or byte strings. Immutable.</summary>
/// <remarks>Numbers, strings, arrays of them and NumSharp arrays become features by themselves: <c>example["label"] = 3</c>.</remarks>
public sealed class Feature
{
    internal Feature(Message message) => Message = message;

    /// <summary>What it is a list of.</summary>
    public FeatureKind Kind => (FeatureKind)Message.KindCase;

    /// <summary>The number of values.</summary>
    public int Count => Bytes.Count + Floats.Count + Int64s.Count;

    /// <summary>The floats; none where the feature is of another kind.</summary>
    public IReadOnlyList<float> Floats => Message.FloatList?.Value ?? [];

    /// <summary>The integers; none where the feature is of another kind.</summary>
    public IReadOnlyList<long> Int64s => Message.Int64List?.Value ?? [];

    /// <summary>The byte strings; none where the feature is of another kind.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Bytes => [.. ByteStrings.Select(value => value.Memory)];

    /// <summary>The byte strings read as UTF-8; none where the feature is of another kind.</summary>
    public IReadOnlyList<string> Strings => [.. ByteStrings.Select(value => value.ToStringUtf8())];

    internal Message Message { get; }

    internal RepeatedField<ByteString> ByteStrings => Message.BytesList?.Value ?? [];

    /// <summary>A list of floats.</summary>
    public static Feature Of(params ReadOnlySpan<float> values)
    {
        var list = new FloatList();
        list.Value.AddRange(values);
        return new(new Message { FloatList = list });
    }

    /// <summary>A list of integers.</summary>
    public static Feature Of(params ReadOnlySpan<long> values)
    {
        var list = new Int64List();
        list.Value.AddRange(values);
        return new(new Message { Int64List = list });
    }

    /// <summary>A list of byte strings.</summary>
    public static Feature Of(params ReadOnlySpan<byte[]> values)
    {
        var list = new BytesList();
        foreach (var value in values)
            list.Value.Add(ByteString.CopyFrom(value));
        return new(new Message { BytesList = list });
    }

    /// <summary>A list of texts, kept as UTF-8.</summary>
    public static Feature Of(params ReadOnlySpan<string> values)
    {
        var bytes = new byte[values.Length][];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = Encoding.UTF8.GetBytes(values[i]);
        return Of(bytes);
    }

    /// <summary>The elements of an array in row order; the shape is not kept. Floats of any width become floats, integers and booleans integers.</summary>
    /// <exception cref="NotSupportedException">The array is complex.</exception>
    /// <exception cref="OverflowException">An unsigned 64-bit integer is too large.</exception>
    public static Feature Of(NDArray array)
    {
        var dtype = DTypeExtensions.DTypeOf(array);
        if (dtype.IsFloating())
            return Of(array.astype(NPTypeCode.Single).ToArray<float>());
        if (dtype == DType.UInt64)
            return Of(Array.ConvertAll(array.ToArray<ulong>(), value => checked((long)value)));
        return dtype.IsComplex()
            ? throw new NotSupportedException(
                $"An example has no complex numbers; write the real and imaginary parts of the {dtype.Name()} array."
            )
            : Of(array.astype(NPTypeCode.Int64).ToArray<long>());
    }

    /// <summary>One float.</summary>
    public static implicit operator Feature(float value) => Of([value]);

    /// <summary>One integer.</summary>
    public static implicit operator Feature(long value) => Of([value]);

    /// <summary>One text.</summary>
    public static implicit operator Feature(string value) => Of([value]);

    /// <summary>One byte string.</summary>
    public static implicit operator Feature(byte[] value) => Of([value]);

    /// <summary>A list of floats.</summary>
    public static implicit operator Feature(float[] values) => Of(values);

    /// <summary>A list of integers.</summary>
    public static implicit operator Feature(long[] values) => Of(values);

    /// <summary>A list of texts.</summary>
    public static implicit operator Feature(string[] values) => Of(values);

    /// <summary>The elements of an array, as <see cref="Of(NDArray)"/>.</summary>
    public static implicit operator Feature(NDArray array) => Of(array);

    /// <summary>The numbers as an array of shape [count], float32 or int64.</summary>
    /// <exception cref="InvalidOperationException">The values are byte strings, or there is no value.</exception>
    public NDArray ToNDArray() =>
        Kind switch
        {
            FeatureKind.Float => np.array(Floats.ToArray()),
            FeatureKind.Int64 => np.array(Int64s.ToArray()),
            _ => throw new InvalidOperationException($"A feature of kind {Kind} has no numbers; see Bytes and Strings."),
        };
}
