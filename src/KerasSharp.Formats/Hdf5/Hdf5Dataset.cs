using NumSharp;

namespace KerasSharp.Formats.Hdf5;

/// <summary>An array of an HDF5 file. Its data are read when asked for, each time anew.</summary>
/// <remarks>Contiguous and chunked data; gzip, lzf, shuffle and fletcher32; either byte order. Safe for several threads.</remarks>
public sealed class Hdf5Dataset : Hdf5Object
{
    private readonly ElementData data;
    private readonly Lazy<DataReader> reader;

    internal Hdf5Dataset(Hdf5Input input, GlobalHeap heap, ObjectHeader header)
        : base(input, heap, header)
    {
        string place = $"'{header.Path}'";
        var type = MessageReader.Datatype(input, header.Find(MessageType.Datatype)!.Value, place);
        var space = MessageReader.Dataspace(input, header.Find(MessageType.Dataspace)!.Value, place);
        data = new ElementData(input, heap, type, space, place);
        reader = new(() => new DataReader(input, header, type, space));
    }

    /// <summary>The type of the elements; null for types without one, such as compounds.</summary>
    public DType? DType => data.Type.DType;

    /// <summary>The type as h5py would say it: <c>&lt;f4</c>, <c>&gt;f8</c>, <c>|b1</c>, <c>vlen-utf8</c>.</summary>
    public string TypeName => data.Type.Name;

    /// <summary>The shape; <c>(0,)</c> where there is none (see <see cref="IsNull"/>).</summary>
    public Shape Shape => data.Shape;

    /// <summary>Whether there is no value at all, only a type (h5py's <c>Empty</c>).</summary>
    public bool IsNull => data.Space.IsNull;

    /// <summary>Reads the numbers straight into a new array of the shape <see cref="Shape"/>. bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <exception cref="FileFormatException">The elements are no numbers, the file is damaged, or the data are in another file.</exception>
    public NDArray Read() => data.ToArray(Fill);

    /// <summary>Reads the only text.</summary>
    /// <exception cref="FileFormatException">There is not one text, or the file is damaged.</exception>
    public string ReadString() => data.One(ReadStrings());

    /// <summary>Reads the texts in row order.</summary>
    /// <exception cref="FileFormatException">The elements are no text, or the file is damaged.</exception>
    public string[] ReadStrings() => data.ToStrings(ReadBytes());

    /// <summary>Reads the bytes of all elements as they are in the file, at most 2 GB.</summary>
    /// <exception cref="FileFormatException">The file is damaged, or the data are in another file.</exception>
    public byte[] ReadBytes()
    {
        byte[] bytes = [];
        Fill(size =>
        {
            if (size > Array.MaxLength)
                throw Error($"{size} bytes are more than one array holds.");
            bytes = GC.AllocateUninitializedArray<byte>((int)size, pinned: true);
            return size == 0 ? 0 : System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0);
        });
        return bytes;
    }

    /// <summary>Reads numbers whose type the file does not say, such as bfloat16 as two opaque bytes.</summary>
    internal NDArray Read(DType dtype) =>
        dtype.Size() == data.Type.Size
            ? (data with { Type = data.Type with { DType = dtype } }).ToArray(Fill)
            : throw Error($"{dtype.Name()} has {dtype.Size()} bytes an element, the data have {data.Type.Size} ({TypeName}).");

    private void Fill(Func<long, nint> allocate)
    {
        if (IsNull)
            allocate(0);
        else
            reader.Value.Read(allocate);
    }
}
