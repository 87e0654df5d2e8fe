namespace KerasSharp.Formats.Hdf5;

/// <summary>An attribute to be written.</summary>
/// <param name="Type">Its datatype message.</param>
/// <param name="Dims">Its shape.</param>
/// <param name="Encode">Its bytes, given the heap for texts.</param>
internal sealed record AttributeContent(byte[] Type, long[] Dims, Func<GlobalHeapEncoder, byte[]> Encode);
