namespace KerasSharp.Formats.Hdf5;

/// <summary>How the elements of a dataset are kept.</summary>
internal enum LayoutKind
{
    Compact,
    Contiguous,
    ChunkTree1,
    SingleChunk,
    ImplicitChunks,
    FixedArray,
    ExtensibleArray,
    ChunkTree2,
}
