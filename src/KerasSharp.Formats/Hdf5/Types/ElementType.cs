namespace KerasSharp.Formats.Hdf5;

/// <summary>The type of the elements of a dataset or an attribute.</summary>
/// <param name="Name">As NumPy or h5py would say it: <c>&lt;f4</c>, <c>&gt;i8</c>, <c>vlen-utf8</c>, <c>fixed-ascii-12-nullpad</c>, <c>compound</c>.</param>
/// <param name="Size">The bytes of one element in the file.</param>
/// <param name="DType">The type of its values; null where there is none, as for compounds.</param>
internal sealed record ElementType(string Name, int Size, DType? DType)
{
    /// <summary>The bytes that must be turned round to be little-endian, such as 4; 0 where they are so already.</summary>
    public int SwapSize { get; init; }

    /// <summary>Whether an element says only where its bytes are.</summary>
    public bool IsVariable { get; init; }

    /// <summary>What fills a string of fixed length up: 0 or a space.</summary>
    public byte Padding { get; init; }

    /// <summary>Whether elements are text.</summary>
    public bool IsText => DType == KerasSharp.DType.String;

    /// <summary>The same type under another name and meaning of its bytes.</summary>
    public ElementType As(string name, DType? dtype) => this with { Name = name, DType = dtype };
}
