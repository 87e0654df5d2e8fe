using System.Text;

namespace KerasSharp.Formats.Pickle;

/// <summary>The elements of NumPy's arrays, given row order and little-endian bytes.</summary>
internal static class PickledElements
{
    private static readonly Encoding StrictUtf32 = new UTF32Encoding(false, false, throwOnInvalidCharacters: true);

    /// <summary>The elements of an array of numbers or texts.</summary>
    public static TensorValue Read(long[] shape, PickledDtype dtype, bool isFortran, ReadOnlyMemory<byte> data, PickleReader reader)
    {
        long count = Count(shape, data.Length, reader);
        if ((Int128)count * dtype.ItemSize != data.Length)
            throw reader.Error(
                $"an array of shape [{string.Join(", ", shape)}] and dtype {dtype.Name} needs {count} elements of {dtype.ItemSize} bytes, got {data.Length} bytes."
            );
        var bytes = InRowOrder(shape, isFortran, data, (int)dtype.ItemSize);
        bytes = Turned(bytes, dtype.SwapUnit);
        return dtype.DType is { } type
            ? TensorValue.FromBytes(type, Shape.Of(shape), bytes.Span)
            : TensorValue.FromStrings(Shape.Of(shape), Strings(bytes.Span, dtype, (int)count, reader));
    }

    /// <summary>The elements of an array of Python objects.</summary>
    public static object?[] Objects(long[] shape, bool isFortran, List<object?> items, PickleReader reader)
    {
        if (Count(shape, items.Count, reader) != items.Count)
            throw reader.Error($"an array of shape [{string.Join(", ", shape)}] cannot have {items.Count} elements.");
        return isFortran && shape.Length > 1 ? Array.ConvertAll(ColumnPlaces(shape, items.Count), place => items[place]) : [.. items];
    }

    /// <summary>How many elements a shape has; what is more than there could be is refused at once.</summary>
    private static long Count(long[] shape, long most, PickleReader reader)
    {
        long count = 1;
        foreach (long size in shape.Contains(0) ? [0] : shape)
            if ((count *= size) > most || size > most)
                throw reader.Error($"an array of shape [{string.Join(", ", shape)}] cannot be in data of the size {most}.");
        return count;
    }

    private static ReadOnlyMemory<byte> InRowOrder(long[] shape, bool isFortran, ReadOnlyMemory<byte> data, int size)
    {
        if (!isFortran || shape.Length < 2 || size == 0)
            return data;
        var rows = new byte[data.Length];
        int[] places = ColumnPlaces(shape, data.Length / size);
        for (int i = 0; i < places.Length; i++)
            data.Span.Slice(places[i] * size, size).CopyTo(rows.AsSpan(i * size));
        return rows;
    }

    /// <summary>Where each element in row order stands in column order.</summary>
    private static int[] ColumnPlaces(long[] shape, int count)
    {
        var places = new int[count];
        var index = new long[shape.Length];
        for (int i = 0; i < count; i++)
        {
            long place = 0;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
                place = place * shape[axis] + index[axis];
            places[i] = (int)place;
            for (int axis = shape.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
                index[axis] = 0;
        }
        return places;
    }

    private static ReadOnlyMemory<byte> Turned(ReadOnlyMemory<byte> data, int unit)
    {
        if (unit <= 1)
            return data;
        byte[] turned = data.ToArray();
        for (int i = 0; i < turned.Length; i += unit)
            turned.AsSpan(i, unit).Reverse();
        return turned;
    }

    private static byte[][] Strings(ReadOnlySpan<byte> data, PickledDtype dtype, int count, PickleReader reader)
    {
        var strings = new byte[count][];
        int size = (int)dtype.ItemSize;
        for (int i = 0; i < count; i++)
            strings[i] =
                dtype.Kind == 'S' ? data.Slice(i * size, size).TrimEnd((byte)0).ToArray() : Utf8(data.Slice(i * size, size), reader);
        return strings;
    }

    private static byte[] Utf8(ReadOnlySpan<byte> characters, PickleReader reader)
    {
        try
        {
            return Encoding.UTF8.GetBytes(StrictUtf32.GetString(characters).TrimEnd('\0'));
        }
        catch (DecoderFallbackException e)
        {
            throw reader.Error("a text of an array has a character that does not exist.", e);
        }
    }
}
