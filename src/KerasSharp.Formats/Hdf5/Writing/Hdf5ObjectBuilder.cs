using System.Text;
using NumSharp;

namespace KerasSharp.Formats.Hdf5;

/// <summary>A group or a dataset that will be written, with its attributes.</summary>
public abstract class Hdf5ObjectBuilder
{
    private readonly Dictionary<string, AttributeContent> attributes = new(StringComparer.Ordinal);

    private protected Hdf5ObjectBuilder() { }

    internal IReadOnlyDictionary<string, AttributeContent> Attributes => attributes;

    /// <summary>Sets an attribute to a text of any length.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="text">The text.</param>
    /// <param name="asBytes">True writes what h5py writes for bytes (marked as ASCII), false what it writes for str (UTF-8).</param>
    public void SetAttribute(string name, string text, bool asBytes = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Set(name, TypeEncoder.VariableText(!asBytes), [], heap => heap.Add(bytes));
    }

    /// <summary>Sets an attribute to a list of texts of any length. An empty list is written as an empty array of float64, as h5py does.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="texts">The texts, about 4000 at most (a header holds 64 KB, 16 bytes a text).</param>
    /// <param name="asBytes">True writes what h5py writes for bytes (marked as ASCII), false what it writes for str (UTF-8).</param>
    public void SetAttribute(string name, IReadOnlyList<string> texts, bool asBytes = false)
    {
        var bytes = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        if (bytes.Length == 0)
            Set(name, TypeEncoder.Number(DType.Float64), [0], _ => []);
        else
            Set(name, TypeEncoder.VariableText(!asBytes), [bytes.Length], heap => [.. bytes.SelectMany(heap.Add)]);
    }

    /// <summary>Sets an attribute to an array of numbers, of less than 64 KB.</summary>
    /// <exception cref="NotSupportedException">The array's type has no counterpart.</exception>
    public void SetAttribute(string name, NDArray array)
    {
        var content = new ArrayContent(array, null);
        Set(name, content.Type, array.shape, _ => content.ToBytes());
    }

    /// <summary>Sets an attribute to texts of one fixed length, zeros at the end, as h5py writes NumPy's byte strings.</summary>
    internal void SetFixedAttribute(string name, IReadOnlyList<byte[]> texts, int size)
    {
        var bytes = new byte[texts.Count * size];
        for (int i = 0; i < texts.Count; i++)
            texts[i].CopyTo(bytes, i * size);
        Set(name, TypeEncoder.FixedText(size), [texts.Count], _ => bytes);
    }

    private void Set(string name, byte[] type, long[] dims, Func<GlobalHeapEncoder, byte[]> encode) =>
        attributes[name] = new AttributeContent(type, dims, encode);
}
