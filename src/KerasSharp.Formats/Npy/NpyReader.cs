using NumSharp;

namespace KerasSharp.Formats.Npy;

/// <summary>Reads an npy file from a stream straight into the memory of the result.</summary>
internal static class NpyReader
{
    /// <summary>Fills the whole span from a byte of the elements on.</summary>
    public delegate void Fill(Span<byte> part, long offset);

    /// <summary>Reads a whole npy file.</summary>
    /// <param name="stream">The file from its first byte; left behind its last element.</param>
    /// <param name="length">The bytes that the stream has.</param>
    /// <param name="source">What errors name.</param>
    public static NpyArray Read(Stream stream, long length, NpySource source)
    {
        var header = NpyHeaderReader.Read(stream, length, source);
        return ReadElements(header, header.Shape, source, (part, offset) => ReadExactly(stream, part, header.DataOffset + offset, source));
    }

    /// <summary>Reads elements of a header's type and order that have another shape.</summary>
    public static NpyArray ReadElements(NpyHeader header, long[] shape, NpySource source, Fill fill)
    {
        var part = header with { Shape = shape };
        var memory = NpyMemory.Allocate(header.Type, shape, part.DataLength);
        var swap = header.Type.Order == '>' ? header.Type.NumberSize : 1;
        NpyMemory.ForEach(
            memory,
            part.DataLength,
            (bytes, offset) =>
            {
                fill(bytes, offset);
                ByteOrder.Reverse(bytes, swap);
                Normalize(bytes, offset, header, source);
            },
            small: swap > 1 || header.Type.Kind is 'b' or 'U'
        );
        var rows = header.FortranOrder && shape.Length > 1 ? InRowOrder(memory, part) : memory;
        return new NpyArray(header.Type.LittleEndian, shape, rows);
    }

    public static void ReadExactly(Stream stream, Span<byte> target, long offset, NpySource source)
    {
        var read = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        if (read < target.Length)
            throw source.At(offset + read, $"expected {target.Length - read} more bytes of elements, got the end");
    }

    private static unsafe NDArray InRowOrder(NDArray columns, NpyHeader header)
    {
        var rows = NpyMemory.Allocate(header.Type, header.Shape, header.DataLength);
        FortranOrder.ToRowOrder(NpyMemory.Address(columns), NpyMemory.Address(rows), header.Shape, header.Type.ItemSize);
        GC.KeepAlive(columns);
        GC.KeepAlive(rows);
        return rows;
    }

    /// <summary>What .NET cannot hold: truth values other than 0 and 1 become 1, and characters that Unicode lacks are refused.</summary>
    private static void Normalize(Span<byte> bytes, long offset, NpyHeader header, NpySource source)
    {
        if (header.Type.Kind == 'b')
            foreach (ref var value in bytes)
                value = value == 0 ? (byte)0 : (byte)1;
        else if (header.Type.Kind == 'U' && NpyText.FindInvalid(bytes) is >= 0 and var at)
            throw source.At(header.DataOffset + offset + at, "expected a Unicode character, at most 0x10FFFF, got a greater number");
    }
}
