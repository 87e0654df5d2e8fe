namespace KerasSharp.Formats.Hdf5;

/// <summary>Where the elements of a dataset are.</summary>
/// <param name="Kind">How they are kept.</param>
/// <param name="Address">Where the data or their index are; <see cref="Hdf5Input.Undefined"/> where nothing was written.</param>
internal sealed record DataLayout(LayoutKind Kind, long Address)
{
    /// <summary>The data themselves, where they are in the header.</summary>
    public byte[] Compact { get; init; } = [];

    /// <summary>The lengths of a chunk, without the last entry, which is the element's size.</summary>
    public long[] ChunkDims { get; init; } = [];

    /// <summary>The stored bytes of a single chunk that filters have passed; 0 otherwise.</summary>
    public long SingleChunkSize { get; init; }

    /// <summary>The filters that a single chunk leaves out.</summary>
    public uint SingleChunkMask { get; init; }

    /// <summary>Whether chunks have lengths.</summary>
    public bool IsChunked => Kind is not (LayoutKind.Compact or LayoutKind.Contiguous);
}
