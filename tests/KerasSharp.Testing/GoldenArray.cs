using System.Runtime.InteropServices;
using System.Text;
using NumSharp;

namespace KerasSharp.Testing;

/// <summary>An array of a golden case, in C order and little-endian whatever the file had.</summary>
public sealed class GoldenArray
{
    internal GoldenArray(long[] shape, string numpyDtype, byte[] raw, byte[][]? stringBytes = null)
    {
        Shape = shape;
        NumpyDtype = numpyDtype;
        Raw = raw;
        StringBytes = stringBytes;
        Strings = stringBytes?.Select(Encoding.UTF8.GetString).ToArray();
    }

    /// <summary>The sizes of the axes; empty for a scalar.</summary>
    public long[] Shape { get; }

    /// <summary>
    /// The element type without byte order: <c>b1</c>, <c>i1</c> to <c>i8</c>, <c>u1</c> to <c>u8</c>, <c>f2</c>, <c>f4</c>,
    /// <c>f8</c>, <c>c8</c>, <c>c16</c>, <c>bfloat16</c>, or <c>U</c> and <c>S</c> for strings.
    /// </summary>
    public string NumpyDtype { get; }

    /// <summary>The elements' bytes; empty where the strings come from the case's JSON.</summary>
    public byte[] Raw { get; }

    /// <summary>The elements of a string array, bytes read as UTF-8; null for other types.</summary>
    public string[]? Strings { get; }

    /// <summary>The elements of a string array as bytes (UTF-8 for <c>U</c>); null for other types.</summary>
    public byte[][]? StringBytes { get; }

    /// <summary>The number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>
    /// The elements as doubles, booleans as 0 and 1. A complex array gives two doubles an element, real then imaginary.
    /// 64-bit integers beyond 2^53 are rounded: compare those with <see cref="Closeness.AssertSame(GoldenArray, byte[], long[], string)"/>.
    /// </summary>
    /// <exception cref="NotSupportedException">The array is one of strings.</exception>
    public double[] ToDoubles() => GoldenElements.ToDoubles(NumpyDtype, Raw);

    /// <summary>The elements as values of <typeparamref name="T"/>, which must have the element's own size.</summary>
    /// <exception cref="InvalidOperationException">The sizes differ.</exception>
    public T[] ToArray<T>()
        where T : unmanaged
    {
        T[] values = MemoryMarshal.Cast<byte, T>(Raw).ToArray();
        return values.LongLength == Count && StringBytes is null
            ? values
            : throw new InvalidOperationException($"An array of {NumpyDtype} has no elements of type {typeof(T).Name}.");
    }

    /// <summary>The array as NumSharp's; complex64 becomes complex128, the only complex type it has.</summary>
    /// <exception cref="NotSupportedException">The type is bfloat16 or string, which NumSharp lacks.</exception>
    public NDArray ToNDArray() => GoldenElements.ToNDArray(NumpyDtype, Raw, Shape);

    /// <summary>The same bytes under another type and shape.</summary>
    internal GoldenArray Reinterpret(string numpyDtype, long[] shape) => new(shape, numpyDtype, Raw);

    internal static GoldenArray OfStrings(long[] shape, byte[][] strings) => new(shape, "S", [], strings);

    internal static GoldenArray OfFixedStrings(long[] shape, string type, byte[] data, int size, long count)
    {
        var strings = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> element = data.AsSpan(i * size, size);
            strings[i] =
                type == "U" ? Encoding.UTF8.GetBytes(Encoding.UTF32.GetString(element).TrimEnd('\0')) : element.TrimEnd((byte)0).ToArray();
        }
        return new GoldenArray(shape, type, data, strings);
    }
}
