using System.Runtime.InteropServices;
using Google.Protobuf.Collections;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>Tensors out of messages that anybody may have written: as bytes, or as lists whose last value stands for the rest.</summary>
internal static class TensorDecoder
{
    /// <summary>How many elements a list may leave to its last value; a few bytes must not become an array of gigabytes.</summary>
    private const long MostFilled = 1 << 20;

    /// <summary>The tensor.</summary>
    /// <param name="message">The message.</param>
    /// <param name="file">The file, for errors.</param>
    /// <param name="place">The place in it, for errors.</param>
    /// <exception cref="FileFormatException">Its values do not fit its shape, or its type has no values.</exception>
    public static TensorValue Decode(TensorProto message, string file, string place)
    {
        FileFormatException Error(string problem) => new(file, place, problem);
        var dtype = (DType)message.Dtype;
        var (shape, size) = ReadShape(message.TensorShape, Error);
        if (dtype == DType.String)
            return TensorValue.FromStrings(shape, Filled([.. message.StringVal.Select(text => text.ToByteArray())], size, [], Error));
        if (!Enum.IsDefined(dtype) || dtype == DType.Resource)
            throw Error($"the tensor's type {message.Dtype} has no values that could be read.");
        if (message.TensorContent.Length > 0)
            return message.TensorContent.Length == size * dtype.Size()
                ? TensorValue.FromBytes(dtype, shape, message.TensorContent.Span)
                : throw Error(
                    $"a {dtype.Name()} tensor of shape {shape} has {size} elements, and {message.TensorContent.Length} bytes are there."
                );
        return TensorValue.FromBytes(dtype, shape, Listed(message, dtype, size, Error));
    }

    private static (Shape Shape, long Size) ReadShape(TensorShapeProto? message, Func<string, Exception> error)
    {
        if (message is null)
            return (Shape.Scalar, 1);
        long[] sizes = [.. message.Dim.Select(dim => dim.Size)];
        if (message.UnknownRank || sizes.Any(dim => dim < 0))
            throw error($"the tensor's shape [{string.Join(", ", sizes)}] is not known.");
        // An axis of 0 empties the tensor, and must not hide others that no product can hold.
        double size = sizes.Aggregate(1.0, (product, dim) => product * Math.Max(dim, 1));
        if (size > int.MaxValue)
            throw error($"the tensor's shape [{string.Join(", ", sizes)}] has more elements than there can be.");
        return (Shape.Of(sizes), sizes.Contains(0) ? 0 : (long)size);
    }

    private static byte[] Listed(TensorProto message, DType dtype, long size, Func<string, Exception> error)
    {
        byte[] Bytes<T>(RepeatedField<T> list)
            where T : unmanaged => Raw(Filled(list.ToArray(), size, default, error));
        byte[] Narrowed<T>(RepeatedField<int> list, Converter<int, T> narrow)
            where T : unmanaged => Raw(Filled(Array.ConvertAll(list.ToArray(), narrow), size, default, error));
        byte[] Complex<T>(RepeatedField<T> parts)
            where T : unmanaged => Raw(Filled(parts.ToArray(), 2 * size, default, error));
        return dtype switch
        {
            DType.Float32 => Bytes(message.FloatVal),
            DType.Float64 => Bytes(message.DoubleVal),
            DType.Int32 => Bytes(message.IntVal),
            DType.Int64 => Bytes(message.Int64Val),
            DType.UInt32 => Bytes(message.Uint32Val),
            DType.UInt64 => Bytes(message.Uint64Val),
            DType.Bool => Bytes(message.BoolVal),
            DType.Float16 or DType.BFloat16 => Narrowed(message.HalfVal, bits => (ushort)bits),
            DType.Complex64 => Complex(message.ScomplexVal),
            DType.Complex128 => Complex(message.DcomplexVal),
            DType.UInt8 => Narrowed(message.IntVal, value => (byte)value),
            DType.Int8 => Narrowed(message.IntVal, value => (sbyte)value),
            DType.UInt16 => Narrowed(message.IntVal, value => (ushort)value),
            DType.Int16 => Narrowed(message.IntVal, value => (short)value),
            _ => throw error($"a {dtype.Name()} tensor has no list of values."),
        };
    }

    private static byte[] Raw<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    /// <summary>The values of a list; its last one, or <paramref name="zero"/> without any, stands for those left out.</summary>
    private static T[] Filled<T>(T[] values, long size, T zero, Func<string, Exception> error)
    {
        if (values.Length == size)
            return values;
        if (values.Length > size || size - values.Length > MostFilled)
            throw error($"the tensor has {size} elements by its shape, and {values.Length} are there.");
        var all = new T[size];
        values.CopyTo(all, 0);
        all.AsSpan(values.Length).Fill(values.Length > 0 ? values[^1] : zero);
        return all;
    }
}
