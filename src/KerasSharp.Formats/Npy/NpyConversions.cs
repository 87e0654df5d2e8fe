using System.Runtime.InteropServices;
using System.Text;
using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Npy;

/// <summary>What <see cref="NpyArray"/> becomes and is made of.</summary>
internal static class NpyConversions
{
    public static NpyArray FromStrings(IReadOnlyList<string> strings, long[] shape)
    {
        var elements = strings.Select(NpyText.ToCharacters).ToArray();
        var width = Math.Max(1, elements.Select(element => element.Length).DefaultIfEmpty().Max());
        var characters = new uint[checked(width * elements.Length)];
        for (var i = 0; i < elements.Length; i++)
            elements[i].CopyTo(characters, i * width);
        return FromBytes($"<U{width}", shape, MemoryMarshal.AsBytes<uint>(characters));
    }

    public static unsafe NpyArray FromBytes(string descr, long[] shape, ReadOnlySpan<byte> bytes)
    {
        var header = new NpyHeader(ParseArgument(descr), shape, FortranOrder: false);
        if (header.Type.Order == '>')
            throw new ArgumentException($"Bytes are expected little-endian, got {descr}.", nameof(descr));
        if (header.DataLength != bytes.Length)
            throw new ArgumentException(
                $"An array of {descr} of shape ({string.Join(", ", shape)}) has {header.DataLength} bytes, got {bytes.Length}.",
                nameof(bytes)
            );
        if (header.Type.Kind == 'U' && NpyText.FindInvalid(bytes) >= 0)
            throw new ArgumentException("A character is greater than 0x10FFFF.", nameof(bytes));
        var memory = NpyMemory.Allocate(header.Type, shape, bytes.Length);
        if (bytes.Length > 0)
            bytes.CopyTo(new Span<byte>(NpyMemory.Address(memory), bytes.Length));
        return new NpyArray(header.Type, shape, memory);
    }

    public static NpyArray FromTensorValue(TensorValue value)
    {
        var shape = value.Shape.ToArray();
        if (value.DType == DType.String)
            return FromByteStrings(value.Strings, shape);
        return FromBytes(DescrOf(value.DType), shape, value.Bytes);
    }

    public static NDArray Widen(NpyArray array) =>
        DTypeOf(array.Type) is { } dtype and not DType.String
            ? ToArray(array, dtype)
            : throw new NotSupportedException($"NumSharp has no arrays of {array.Descr}. {Advice(array.Type)}");

    public static NDArray FromExtended(NpyArray array)
    {
        if (array.Type is not { Kind: 'f', ItemSize: 16 })
            throw new NotSupportedException($"Only long doubles (<f16) are 80-bit numbers, got {array.Descr}. Use ToNDArray.");
        var result = HostMemory.NewArray(typeof(double), [.. array.Shape]);
        ExtendedNumbers.ToDoubles(array, result);
        return result;
    }

    public static string[] ToStrings(NpyArray array) =>
        array.Type.Kind switch
        {
            'U' => Elements(array, NpyText.FromCharacters),
            'S' => Elements(array, element => Encoding.UTF8.GetString(element.TrimEnd((byte)0))),
            _ => throw new NotSupportedException($"An array of {array.Descr} has no strings. {Advice(array.Type)}"),
        };

    public static byte[][] ToByteStrings(NpyArray array) =>
        array.Type.Kind == 'S'
            ? Elements(array, element => element.TrimEnd((byte)0).ToArray())
            : throw new NotSupportedException($"An array of {array.Descr} has no bytes of varying length. {Advice(array.Type)}");

    public static TensorValue ToTensorValue(NpyArray array)
    {
        var shape = Shape.Of([.. array.Shape]);
        var dtype = DTypeOf(array.Type) ?? throw new NotSupportedException($"No data type has elements of {array.Descr}.");
        if (array.ByteCount > int.MaxValue)
            throw new NotSupportedException($"A constant holds at most 2 GB, got {array.ByteCount} bytes. Use ToNDArray.");
        if (dtype != DType.String)
            return TensorValue.FromBytes(dtype, shape, array.Bytes);
        var strings = array.Type.Kind == 'S' ? ToByteStrings(array) : [.. ToStrings(array).Select(Encoding.UTF8.GetBytes)];
        return TensorValue.FromStrings(shape, strings);
    }

    private static NpyType ParseArgument(string descr)
    {
        try
        {
            return NpyType.Parse(descr);
        }
        catch (FormatException e)
        {
            throw new ArgumentException(e.Message, nameof(descr), e);
        }
    }

    private static NpyArray FromByteStrings(IReadOnlyList<byte[]> strings, long[] shape)
    {
        var width = Math.Max(1, strings.Select(element => element.Length).DefaultIfEmpty().Max());
        var bytes = new byte[checked(width * strings.Count)];
        for (var i = 0; i < strings.Count; i++)
            strings[i].CopyTo(bytes, i * width);
        return FromBytes($"|S{width}", shape, bytes);
    }

    private static unsafe NDArray ToArray(NpyArray array, DType dtype)
    {
        NDArray? result = null;
        if (array.ByteCount == 0)
            return HostMemory.ToArray(dtype, Shape.Of([.. array.Shape]), 0);
        array.WithAddress(address => result = HostMemory.ToArray(dtype, Shape.Of([.. array.Shape]), address));
        return result!;
    }

    private static T[] Elements<T>(NpyArray array, Func<ReadOnlySpan<byte>, T> convert)
    {
        var bytes = array.Bytes;
        var elements = new T[array.Count];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = convert(bytes.Slice(i * array.ItemSize, array.ItemSize));
        GC.KeepAlive(array);
        return elements;
    }

    private static DType? DTypeOf(NpyType type) =>
        type switch
        {
            { Kind: 'U' or 'S' } => DType.String,
            { Kind: 'c', ItemSize: 8 } => DType.Complex64,
            { IsBFloat16: true } => DType.BFloat16,
            { ArrayType: { } code } => DTypeExtensions.FromClr(code.AsType()),
            _ => null,
        };

    private static string DescrOf(DType dtype) =>
        dtype switch
        {
            DType.BFloat16 => "<V2",
            DType.Complex64 => "<c8",
            DType.Complex128 => "<c16",
            DType.Bool => "|b1",
            _ => (dtype.IsFloating(), dtype.Name()[0]) switch
            {
                (true, _) => $"<f{dtype.Size()}",
                (_, 'u') => $"<u{dtype.Size()}",
                _ => $"<i{dtype.Size()}",
            },
        };

    private static string Advice(NpyType type) =>
        type switch
        {
            { Kind: 'U' or 'S' } => "Use ToStrings.",
            { Kind: 'f' } => "Use ExtendedToNDArray where the file was written on an x86 processor.",
            { Kind: 'V' or 'c' } => "Use Bytes.",
            _ => "Use ToNDArray.",
        };
}
