namespace KerasSharp.Formats.Hdf5;

/// <summary>A chunk that is stored.</summary>
/// <param name="Start">The index of its first element in the dataset.</param>
/// <param name="Address">Where its bytes are.</param>
/// <param name="Size">How many there are.</param>
/// <param name="Mask">The filters that it leaves out.</param>
internal readonly record struct Chunk(long[] Start, long Address, long Size, uint Mask);
