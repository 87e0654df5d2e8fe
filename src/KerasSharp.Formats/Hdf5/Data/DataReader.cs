namespace KerasSharp.Formats.Hdf5;

/// <summary>Brings the elements of a dataset into memory, as they are in the file.</summary>
internal sealed class DataReader
{
    // What a dataset may be larger than its stored bytes: no genuine array compresses better (deflate itself ends at 1032 to 1), a shape bomb does.
    private const int MostExpansion = 1000;

    // Below this no proof is asked for: datasets that were never written are small.
    private const long FreeBytes = 16 << 20;
    private const int Piece = 1 << 30;

    private readonly Hdf5Input input;
    private readonly string place;
    private readonly ElementType type;
    private readonly Dataspace space;
    private readonly DataLayout layout;
    private readonly Filter[] filters;
    private readonly byte[] fill;
    private readonly UInt128 size;

    /// <summary>A reader of a dataset.</summary>
    public DataReader(Hdf5Input input, ObjectHeader header, ElementType type, Dataspace space)
    {
        (this.input, this.type, this.space) = (input, type, space);
        place = $"'{header.Path}'";
        if (header.Find(MessageType.ExternalFiles) is not null)
            throw input.Error(place, "its data are kept in another file. Those are not read, for safety: copy the data into this file.");
        var cursor = MessageReader.Resolve(input, header.Find(MessageType.Layout) ?? throw NoLayout(), $"{place}, layout");
        layout = LayoutReader.Read(ref cursor);
        filters = ReadFilters(header);
        fill = FillValue.Read(input, header, $"{place}, fill value");
        size = (UInt128)space.Count * (UInt128)type.Size;
    }

    /// <summary>Reads all elements.</summary>
    /// <param name="allocate">Gives the memory for so many bytes. It is called once the size was found to be genuine.</param>
    public void Read(Func<long, nint> allocate)
    {
        if (layout.IsChunked)
            ReadChunks(allocate);
        else
            ReadWhole(allocate);
    }

    private FileFormatException NoLayout() => input.Error(place, "a dataset without a layout. The file is damaged.");

    private Filter[] ReadFilters(ObjectHeader header)
    {
        if (header.Find(MessageType.Filters) is not { } message)
            return [];
        var cursor = MessageReader.Resolve(input, message, $"{place}, filters");
        return Filter.ReadAll(ref cursor);
    }

    private void ReadWhole(Func<long, nint> allocate)
    {
        bool isCompact = layout.Kind == LayoutKind.Compact;
        bool isStored = isCompact || layout.Address != Hdf5Input.Undefined;
        if (isCompact && size != (UInt128)layout.Compact.Length)
            throw input.Error(place, $"{layout.Compact.Length} bytes are stored, {size} are declared. The file is damaged.");
        if (isStored && !isCompact)
            input.Check(layout.Address, (long)UInt128.Min(size, long.MaxValue), place);
        var target = Allocate(allocate, isStored ? (long)size : 0);
        if (isCompact)
            target.Write(0, layout.Compact);
        else if (isStored)
            for (long done = 0; done < target.Length; done += Piece)
                input.Read(layout.Address + done, target.Slice(done, Math.Min(Piece, target.Length - done)), place);
        else
            target.Fill(fill, type.Size);
    }

    private void ReadChunks(Func<long, nint> allocate)
    {
        if (layout.ChunkDims.Length != space.Dims.Length)
            throw input.Error(place, $"chunks of {layout.ChunkDims.Length} dimensions, data of {space.Dims.Length}. The file is damaged.");
        var grid = new ChunkGrid(space, layout, ChunkSize());
        var chunks = ChunkIndex.Read(input, layout, grid, filters.Length > 0, place).Where(IsInUse).ToList();
        if (chunks.Count > grid.CountInUse)
            throw input.Error(place, $"{chunks.Count} chunks where {grid.CountInUse} make the whole. The file is damaged.");
        long stored = chunks.Aggregate(0L, (sum, chunk) => (long)Math.Min((ulong)sum + (ulong)chunk.Size, (ulong)input.Length));
        var target = Allocate(allocate, stored);
        if (chunks.Count < grid.CountInUse)
            target.Fill(fill, type.Size);
        var copier = new ChunkCopier(space.Dims, layout.ChunkDims, type.Size);
        foreach (var chunk in chunks)
            copier.Copy(ReadChunk(chunk, grid.ChunkSize), chunk.Start, target);
    }

    private bool IsInUse(Chunk chunk)
    {
        for (int i = 0; i < chunk.Start.Length; i++)
            if (chunk.Start[i] < 0 || chunk.Start[i] >= space.Dims[i])
                return false;
        return true;
    }

    private long ChunkSize()
    {
        UInt128 bytes = (UInt128)type.Size;
        foreach (long dim in layout.ChunkDims)
            bytes = UInt128.Min(bytes * (UInt128)dim, long.MaxValue);
        return bytes <= int.MaxValue
            ? (long)bytes
            : throw input.Error(place, $"a chunk of {string.Join(" x ", layout.ChunkDims)} elements is over 2 GB. The file is damaged.");
    }

    private byte[] ReadChunk(Chunk chunk, long chunkSize)
    {
        string chunkPlace = $"{place}, chunk at [{string.Join(", ", chunk.Start)}]";
        input.Check(chunk.Address, chunk.Size, chunkPlace);
        CheckExpansion((UInt128)chunkSize, chunk.Size, chunkPlace);
        var stored = input.Block(chunk.Address, chunk.Size, chunkPlace).All.ToArray();
        return new FilterPipeline(filters, (int)chunkSize, type.Size).Undo(stored, chunk.Mask, problem => input.Error(chunkPlace, problem));
    }

    private RawMemory Allocate(Func<long, nint> allocate, long stored)
    {
        CheckExpansion(size, stored, place);
        long length = (long)size;
        return new RawMemory(allocate(length), length);
    }

    private void CheckExpansion(UInt128 declared, long stored, string where)
    {
        if (declared > (UInt128)FreeBytes && declared > (UInt128)stored * MostExpansion)
            throw input.Error(
                where,
                $"{declared} bytes are declared of which {stored} are stored. It is not read, since a small file could take all memory so."
            );
    }
}
