using System.Runtime.InteropServices;
using Google.Protobuf.Collections;

namespace KerasSharp.Formats.Protobuf.Tensors;

/// <summary>The numbers of a TensorProto as bytes in row order.</summary>
internal static class TensorProtoNumbers
{
    // A few bytes may stand for many equal numbers, but not for a machine's whole memory.
    private const long MaxRepeated = 1 << 28;

    /// <summary>The bytes of all elements.</summary>
    /// <exception cref="FileFormatException">There are too few or too many.</exception>
    public static byte[] Read(TensorProto tensor, DType dtype, long count, string file, string place)
    {
        long length = count * dtype.Size();
        if (tensor.TensorContent.Length == 0)
            return Repeated(Given(tensor, dtype), dtype.Size(), length, file, place);
        return tensor.TensorContent.Length == length
            ? tensor.TensorContent.ToByteArray()
            : throw new FileFormatException(
                file,
                place,
                $"{count} elements of type {dtype.Name()} have {length} bytes; the tensor has {tensor.TensorContent.Length}."
            );
    }

    /// <summary>The elements given, the last of them repeated as often as it takes; zeros where none is given.</summary>
    private static byte[] Repeated(ReadOnlySpan<byte> given, int size, long length, string file, string place)
    {
        if (given.Length >= length)
            return given[..(int)length].ToArray();
        if (length > MaxRepeated)
            throw new FileFormatException(
                file,
                place,
                $"{given.Length} bytes stand for a tensor of {length}; at most {MaxRepeated} are made of so few."
            );
        var bytes = new byte[length];
        given = given[..(given.Length / size * size)];
        given.CopyTo(bytes);
        if (!given.IsEmpty)
            for (int i = given.Length; i < bytes.Length; i += size)
                given[^size..].CopyTo(bytes.AsSpan(i));
        return bytes;
    }

    private static ReadOnlySpan<byte> Given(TensorProto tensor, DType dtype) =>
        dtype switch
        {
            DType.Float32 => Bytes(tensor.FloatVal),
            DType.Float64 => Bytes(tensor.DoubleVal),
            DType.Int32 => Bytes(tensor.IntVal),
            DType.Int64 => Bytes(tensor.Int64Val),
            DType.UInt32 => Bytes(tensor.Uint32Val),
            DType.UInt64 => Bytes(tensor.Uint64Val),
            DType.Bool => Bytes(tensor.BoolVal),
            DType.Complex64 => Bytes(tensor.ScomplexVal),
            DType.Complex128 => Bytes(tensor.DcomplexVal),
            DType.Float16 or DType.BFloat16 => Low<ushort>(tensor.HalfVal),
            DType.Int16 or DType.UInt16 => Low<ushort>(tensor.IntVal),
            _ => Low<byte>(tensor.IntVal),
        };

    private static ReadOnlySpan<byte> Bytes<T>(RepeatedField<T> numbers)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(numbers.ToArray());

    /// <summary>The low bits of each number, as TensorFlow takes them.</summary>
    private static ReadOnlySpan<byte> Low<T>(RepeatedField<int> numbers)
        where T : unmanaged, System.Numerics.INumber<T> => MemoryMarshal.AsBytes<T>(numbers.Select(T.CreateTruncating).ToArray());
}
