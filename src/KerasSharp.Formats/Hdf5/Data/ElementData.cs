using NumSharp;

namespace KerasSharp.Formats.Hdf5;

/// <summary>What datasets and attributes have in common: elements of a type in a shape.</summary>
/// <param name="Input">The file.</param>
/// <param name="Heap">The bytes of elements of variable length.</param>
/// <param name="Type">The type of the elements.</param>
/// <param name="Space">Their number and order.</param>
/// <param name="Place">Whose elements they are, for errors.</param>
internal sealed record ElementData(Hdf5Input Input, GlobalHeap Heap, ElementType Type, Dataspace Space, string Place)
{
    /// <summary>The shape; one of no elements where there is none.</summary>
    public Shape Shape { get; } = Shape.Of(Space.IsNull ? [0] : Space.Dims);

    /// <summary>An array of numbers.</summary>
    public NDArray ToArray(byte[] bytes) => ToArray(allocate => new RawMemory(allocate(bytes.Length), bytes.Length).Write(0, bytes));

    /// <summary>An array of numbers that something else reads.</summary>
    public NDArray ToArray(Action<Func<long, nint>> fill) =>
        Type.DType is { } dtype and not DType.String
            ? ElementValues.ToArray(Type, Shape, fill)
            : throw Input.Error(Place, $"numbers were expected, the type is {Type.Name}.");

    /// <summary>The texts.</summary>
    public string[] ToStrings(byte[] bytes)
    {
        if (Type.IsText)
            return ElementValues.ToStrings(Input, Heap, Type, bytes, Place);
        // h5py keeps an empty list of names as an empty array of float64.
        return Space.Count == 0 ? [] : throw Input.Error(Place, $"text was expected, the type is {Type.Name}.");
    }

    /// <summary>The only one of some texts.</summary>
    public string One(string[] texts) =>
        texts is [var only] ? only : throw Input.Error(Place, $"one text was expected, there are {texts.Length}.");
}
