namespace KerasSharp.Testing;

/// <summary>Reads .npy files into C-order, little-endian arrays.</summary>
internal static class NpyReader
{
    public static GoldenArray Read(ReadOnlySpan<byte> file)
    {
        NpyHeader header = NpyHeader.Parse(file);
        NpyType type = header.Type;
        long count = header.Shape.Aggregate(1L, (product, size) => checked(product * size));
        long length = checked(count * type.Size);
        if (file.Length - header.DataOffset < length)
            throw new InvalidDataException($"The .npy file should have {length} bytes of data and has {file.Length - header.DataOffset}.");
        byte[] data = file.Slice(header.DataOffset, (int)length).ToArray();
        Swap(data, type.SwapUnit);
        if (header.FortranOrder && header.Shape.Length > 1)
            data = ToRowOrder(data, header.Shape, type.Size);
        return type.IsString
            ? GoldenArray.OfFixedStrings(header.Shape, type.Name, data, type.Size, count)
            : new GoldenArray(header.Shape, type.Name, data);
    }

    private static void Swap(Span<byte> data, int unit)
    {
        for (int i = 0; unit > 1 && i < data.Length; i += unit)
            data.Slice(i, unit).Reverse();
    }

    private static byte[] ToRowOrder(byte[] columns, long[] shape, int size)
    {
        var rows = new byte[columns.Length];
        var index = new long[shape.Length];
        for (long to = 0; to < rows.Length; to += size)
        {
            long from = 0;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
                from = from * shape[axis] + index[axis];
            Array.Copy(columns, from * size, rows, to, size);
            Advance(index, shape);
        }
        return rows;
    }

    private static void Advance(long[] index, long[] shape)
    {
        for (int axis = shape.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
            index[axis] = 0;
    }
}
