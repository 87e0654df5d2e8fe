using NumSharp;

namespace KerasSharp.Formats.Hdf5;

/// <summary>A named value of a group or a dataset.</summary>
public sealed class Hdf5Attribute
{
    private readonly ElementData data;
    private readonly byte[] bytes;

    internal Hdf5Attribute(string name, ElementData data, byte[] bytes) => (Name, this.data, this.bytes) = (name, data, bytes);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type of the elements; null for types without one, such as compounds.</summary>
    public DType? DType => data.Type.DType;

    /// <summary>The type as h5py would say it: <c>&lt;f8</c>, <c>vlen-utf8</c>, <c>fixed-ascii-12-nullpad</c>.</summary>
    public string TypeName => data.Type.Name;

    /// <summary>The shape; <c>(0,)</c> where there is none (see <see cref="IsNull"/>).</summary>
    public Shape Shape => data.Shape;

    /// <summary>Whether there is no value at all, only a type (h5py's <c>Empty</c>).</summary>
    public bool IsNull => data.Space.IsNull;

    /// <summary>The only text.</summary>
    /// <exception cref="FileFormatException">There is not one text, or the file is damaged.</exception>
    public string ReadString() => data.One(ReadStrings());

    /// <summary>All texts in row order.</summary>
    /// <exception cref="FileFormatException">The elements are no text, or the file is damaged.</exception>
    public string[] ReadStrings() => data.ToStrings(bytes);

    /// <summary>The numbers, in the shape <see cref="Shape"/>. bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <exception cref="FileFormatException">The elements are no numbers.</exception>
    public NDArray Read() => data.ToArray(bytes);

    /// <summary>The bytes of all elements, as they are in the file.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;
}
