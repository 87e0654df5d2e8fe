namespace KerasSharp.Formats.Npy;

/// <summary>Reads rows (slices of the first axis) of an npy file that is larger than memory. Safe for several threads.</summary>
/// <remarks>Files in Fortran's order work too, though each block then takes one read a column.</remarks>
public sealed class NpyRowReader : IDisposable
{
    private readonly FileStream stream;
    private readonly NpySource source;
    private readonly NpyHeader header;

    private NpyRowReader(FileStream stream, NpySource source, NpyHeader header) =>
        (this.stream, this.source, this.header) = (stream, source, header);

    /// <summary>The element type as NumPy writes it, such as <c>&lt;f4</c>; that of the blocks, so never big-endian.</summary>
    public string Descr => header.Type.LittleEndian.Descr;

    /// <summary>The shape of the whole array, rows first.</summary>
    public IReadOnlyList<long> Shape => header.Shape;

    /// <summary>The number of rows.</summary>
    public long RowCount => header.Shape[0];

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; an array of one axis or more.</param>
    /// <exception cref="FileFormatException">No npy file, a damaged one, one of objects or of structures, or a single value.</exception>
    public static NpyRowReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 512);
        try
        {
            var source = new NpySource(path);
            var header = NpyHeaderReader.Read(stream, stream.Length, source);
            return header.Shape.Length > 0
                ? new NpyRowReader(stream, source, header)
                : throw source.At(8, "expected an array with rows, got a single value; read it with NpyFile.Load");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a block of rows.</summary>
    /// <param name="first">The first row, from 0.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    /// <exception cref="FileFormatException">The file has become shorter, or an element is damaged.</exception>
    public NpyArray Read(long first, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, RowCount - first);
        long[] shape = [count, .. header.Shape.Skip(1)];
        return NpyReader.ReadElements(header, shape, source, header.FortranOrder ? Columns(first, count) : Rows(first));
    }

    /// <summary>Reads all rows in blocks, one at a time.</summary>
    /// <param name="rows">Rows a block, 1 or more; the last block may have fewer.</param>
    public IEnumerable<NpyArray> ReadBlocks(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return Blocks();

        IEnumerable<NpyArray> Blocks()
        {
            for (long first = 0; first < RowCount; first += rows)
                yield return Read(first, Math.Min(rows, RowCount - first));
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();

    private NpyReader.Fill Rows(long first)
    {
        var start = first * header.Shape.Skip(1).Aggregate((long)header.Type.ItemSize, (product, size) => product * size);
        return (part, offset) => ReadAt(part, start + offset);
    }

    /// <summary>In Fortran's order the rows of a block lie together in each column only.</summary>
    private NpyReader.Fill Columns(long first, long count)
    {
        var (columnInFile, columnInBlock) = (RowCount * header.Type.ItemSize, count * header.Type.ItemSize);
        return (part, offset) =>
        {
            while (part.Length > 0)
            {
                var (column, within) = Math.DivRem(offset, columnInBlock);
                var piece = part[..(int)Math.Min(part.Length, columnInBlock - within)];
                ReadAt(piece, (column * columnInFile) + (first * header.Type.ItemSize) + within);
                part = part[piece.Length..];
                offset += piece.Length;
            }
        };
    }

    private void ReadAt(Span<byte> target, long offset)
    {
        var position = header.DataOffset + offset;
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(stream.SafeFileHandle, target, position);
            if (read == 0)
                throw source.At(position, $"expected {target.Length} more bytes of elements, got the end");
            target = target[read..];
            position += read;
        }
    }
}
