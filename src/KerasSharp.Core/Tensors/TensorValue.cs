using System.Runtime.InteropServices;
using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp;

/// <summary>A constant of any data type on the host: what a <c>Const</c> operation holds. Immutable.</summary>
public sealed class TensorValue
{
    private readonly byte[] bytes;
    private readonly byte[][]? strings;

    private TensorValue(DType dtype, Shape shape, byte[] bytes, byte[][]? strings) =>
        (DType, Shape, this.bytes, this.strings) = (dtype, shape, bytes, strings);

    /// <summary>The type of the elements.</summary>
    public DType DType { get; }

    /// <summary>The shape, fully known.</summary>
    public Shape Shape { get; }

    /// <summary>The elements in row order, little-endian; empty for strings.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The elements of a string tensor in row order.</summary>
    public IReadOnlyList<byte[]> Strings => strings ?? throw new InvalidOperationException($"A {DType.Name()} tensor has no strings.");

    /// <summary>A value from raw bytes in row order.</summary>
    /// <exception cref="ArgumentException">The number of bytes does not fit shape and type.</exception>
    public static TensorValue FromBytes(DType dtype, Shape shape, ReadOnlySpan<byte> bytes)
    {
        long expected = shape.Size * dtype.Size();
        if (bytes.Length != expected)
            throw new ArgumentException($"A {dtype.Name()} tensor of shape {shape} has {expected} bytes; got {bytes.Length}.");
        return new TensorValue(dtype, shape, bytes.ToArray(), null);
    }

    /// <summary>A value from elements in row order.</summary>
    public static TensorValue From<T>(Shape shape, ReadOnlySpan<T> elements)
        where T : unmanaged => FromBytes(DTypeExtensions.FromClr(typeof(T)), shape, MemoryMarshal.AsBytes(elements));

    /// <summary>A string value from elements in row order.</summary>
    public static TensorValue FromStrings(Shape shape, byte[][] elements) =>
        shape.Size == elements.Length
            ? new TensorValue(DType.String, shape, [], elements)
            : throw new ArgumentException($"A string tensor of shape {shape} has {shape.Size} elements; got {elements.Length}.");

    /// <summary>A value copied from a NumSharp array.</summary>
    public static TensorValue From(NDArray array) => From(array, DTypeExtensions.DTypeOf(array));

    /// <summary>A value of a type copied from a NumSharp array of another: numbers are converted, to bfloat16 and complex64 too.</summary>
    /// <exception cref="NotSupportedException">No array holds such values.</exception>
    public static unsafe TensorValue From(NDArray array, DType dtype)
    {
        var elements = HostMemory.Elements(array, dtype);
        var shape = Shape.Of(array.shape);
        var value = FromBytes(
            dtype,
            shape,
            new ReadOnlySpan<byte>((void*)HostMemory.Address(elements), checked((int)(shape.Size * dtype.Size())))
        );
        GC.KeepAlive(elements);
        return value;
    }

    /// <summary>A single number converted to <paramref name="dtype"/>.</summary>
    public static TensorValue Scalar(double value, DType dtype) => Filled(Shape.Scalar, value, dtype);

    /// <summary>One number repeated over a shape.</summary>
    public static TensorValue Filled(Shape shape, double value, DType dtype)
    {
        var element = NumberBytes.Of(value, dtype);
        var bytes = new byte[shape.Size * element.Length];
        for (int i = 0; i < bytes.Length; i += element.Length)
            element.CopyTo(bytes, i);
        return new TensorValue(dtype, shape, bytes, null);
    }

    /// <summary>The elements as T, which must be the CLR type of <see cref="DType"/>.</summary>
    public ReadOnlySpan<T> Elements<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes);

    /// <summary>The elements of an integer or bool tensor as 64-bit integers.</summary>
    /// <exception cref="InvalidOperationException">The elements are no integers.</exception>
    public long[] ToInts()
    {
        var result = new long[Shape.Size];
        for (int i = 0; i < result.Length; i++)
            result[i] = NumberBytes.ReadInt(bytes, i, DType);
        return result;
    }

    /// <summary>A NumSharp copy of the elements; bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <exception cref="NotSupportedException">No array holds such values.</exception>
    public unsafe NDArray ToNDArray()
    {
        fixed (byte* source = bytes)
            return HostMemory.ToArray(DType, Shape, (nint)source);
    }
}
