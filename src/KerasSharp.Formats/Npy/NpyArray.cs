using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Npy;

/// <summary>An array of any NumPy type as an npy file holds it: element type, shape, and the elements in row order (C order), little-endian.</summary>
/// <remarks>A NumSharp array becomes one by itself: <c>["x"] = array</c>. The elements are not copied where that can be avoided.</remarks>
public sealed class NpyArray
{
    private readonly long[] shape;
    private readonly NDArray memory;

    internal NpyArray(NpyType type, long[] shape, NDArray memory) => (Type, this.shape, this.memory) = (type, shape, memory);

    /// <summary>The element type as NumPy writes it, such as <c>&lt;f4</c>, <c>|u1</c>, <c>&lt;U3</c> or <c>&lt;M8[s]</c>; never big-endian.</summary>
    public string Descr => Type.Descr;

    /// <summary>The sizes of the axes; none for a single value.</summary>
    public IReadOnlyList<long> Shape => shape;

    /// <summary>The number of elements.</summary>
    public long Count => Header.Count;

    /// <summary>The bytes of one element.</summary>
    public int ItemSize => Type.ItemSize;

    /// <summary>The bytes of all elements.</summary>
    public long ByteCount => Header.DataLength;

    /// <summary>All bytes in row order, little-endian. They stay valid as long as this array is referenced.</summary>
    /// <exception cref="InvalidOperationException">There are more than 2 GB; use <see cref="ToNDArray"/>, or read by rows.</exception>
    public unsafe ReadOnlySpan<byte> Bytes =>
        ByteCount switch
        {
            0 => [],
            > int.MaxValue => throw new InvalidOperationException($"{ByteCount} bytes do not fit a span; use ToNDArray or NpyRowReader."),
            var count => new ReadOnlySpan<byte>(NpyMemory.Address(memory), (int)count),
        };

    internal NpyType Type { get; }

    internal NpyHeader Header => new(Type, shape, FortranOrder: false);

    /// <summary>The elements of a NumSharp array, shared with it where they lie in row order.</summary>
    /// <exception cref="NotSupportedException">The elements are decimals or characters.</exception>
    public static implicit operator NpyArray(NDArray array) => FromNDArray(array);

    /// <summary>The elements of a NumSharp array, shared with it where they lie in row order.</summary>
    /// <param name="array">Any view.</param>
    /// <exception cref="NotSupportedException">The elements are decimals or characters.</exception>
    public static NpyArray FromNDArray(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new NpyArray(NpyType.Of(array), [.. array.shape], HostMemory.Dense(array));
    }

    /// <summary>Strings as NumPy's <c>U</c>, each as wide as the longest.</summary>
    /// <param name="strings">The elements in row order. NumPy drops zero characters at the end of a string.</param>
    /// <param name="shape">The sizes of the axes; none gives a vector of all strings.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public static NpyArray FromStrings(IReadOnlyList<string> strings, params long[] shape) =>
        NpyConversions.FromStrings(strings, shape.Length == 0 ? [strings.Count] : shape);

    /// <summary>Elements from raw bytes, for types that NumSharp lacks.</summary>
    /// <param name="descr">The type as NumPy writes it, such as <c>&lt;M8[ms]</c>, <c>|S3</c>, <c>&lt;c8</c>, or <c>&lt;V2</c> for bfloat16.</param>
    /// <param name="shape">The sizes of the axes; none for a single value.</param>
    /// <param name="bytes">The elements in row order, little-endian; copied.</param>
    /// <exception cref="ArgumentException">The type is unknown or big-endian, or the number of bytes does not fit.</exception>
    public static NpyArray FromBytes(string descr, ReadOnlySpan<long> shape, ReadOnlySpan<byte> bytes) =>
        NpyConversions.FromBytes(descr, shape.ToArray(), bytes);

    /// <summary>The elements of a value of any data type; bfloat16 as ml_dtypes saves it (<c>&lt;V2</c>), strings as <c>S</c>.</summary>
    /// <param name="value">The value.</param>
    public static NpyArray FromTensorValue(TensorValue value) => NpyConversions.FromTensorValue(value);

    /// <summary>
    /// The elements as a NumSharp array, shared with this one where NumSharp has the type. complex64 becomes complex128, bfloat16 (<c>&lt;V2</c>) becomes
    /// float32, and times become int64 counts of their unit (<c>long.MinValue</c> is not-a-time).
    /// </summary>
    /// <exception cref="NotSupportedException">The elements are strings, raw bytes or long doubles.</exception>
    public NDArray ToNDArray() => Type.ArrayType is not null ? memory : NpyConversions.Widen(this);

    /// <summary>
    /// Long doubles (<c>&lt;f16</c>) as float64, read as the 80-bit numbers that NumPy writes on x86 processors. A file of another processor looks the same
    /// but has other numbers, so this must be asked for by name.
    /// </summary>
    /// <exception cref="NotSupportedException">The elements are of another type.</exception>
    public NDArray ExtendedToNDArray() => NpyConversions.FromExtended(this);

    /// <summary>The elements of a string array in row order, without the zeros at their ends; bytes (<c>S</c>) are read as UTF-8.</summary>
    /// <exception cref="NotSupportedException">The elements are no strings.</exception>
    public string[] ToStrings() => NpyConversions.ToStrings(this);

    /// <summary>The elements of a bytes array (<c>S</c>) in row order, without the zeros at their ends.</summary>
    /// <exception cref="NotSupportedException">The elements are no bytes.</exception>
    public byte[][] ToByteStrings() => NpyConversions.ToByteStrings(this);

    /// <summary>The elements as a value of their own data type, so that bfloat16 and complex64 stay what they are; strings become UTF-8.</summary>
    /// <exception cref="NotSupportedException">No data type has such elements, or there are more than 2 GB.</exception>
    public TensorValue ToTensorValue() => NpyConversions.ToTensorValue(this);

    /// <summary>Lends the address of the first element.</summary>
    internal unsafe void WithAddress(Action<nint> use)
    {
        use((nint)NpyMemory.Address(memory));
        GC.KeepAlive(memory);
    }

    /// <summary>Goes over the bytes piece by piece.</summary>
    internal void ForEach(NpyMemory.Step step) => NpyMemory.ForEach(memory, ByteCount, step);
}
