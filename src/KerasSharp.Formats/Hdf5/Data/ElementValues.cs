using System.Text;
using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Makes arrays and texts of elements.</summary>
internal static unsafe class ElementValues
{
    /// <summary>A new array of a shape whose memory is filled with elements as they are in the file.</summary>
    /// <param name="type">The type of the elements, whose values are numbers.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="fill">Fills memory: it asks for so many bytes and gets the address.</param>
    public static NDArray ToArray(ElementType type, Shape shape, Action<Func<long, nint>> fill)
    {
        var dtype = type.DType!.Value;
        NDArray? array = null;
        fill(_ =>
        {
            array = HostMemory.NewBits(dtype, shape);
            return Address(array);
        });
        if (type.SwapSize > 0)
            new RawMemory(Address(array!), shape.Size * type.Size).Swap(type.SwapSize);
        if (HostMemory.ArrayType(dtype) == dtype)
            return array!;
        var widened = HostMemory.ToArray(dtype, shape, Address(array!));
        GC.KeepAlive(array);
        return widened;
    }

    /// <summary>The texts of elements.</summary>
    public static string[] ToStrings(Hdf5Input input, GlobalHeap heap, ElementType type, byte[] bytes, string place)
    {
        var cursor = new Hdf5Cursor(input, bytes, 0, place);
        var strings = new string[bytes.Length / type.Size];
        // Each text has bytes of its own; a file where they add up to more than the file makes many elements mean one text.
        long left = Math.Max(input.Length, bytes.Length);
        for (int i = 0; i < strings.Length; i++)
        {
            var text = Text(heap, type, cursor.Part(type.Size));
            left -= text.Length;
            strings[i] =
                left >= 0 ? Encoding.UTF8.GetString(text) : throw input.Error(place, "the texts are longer than the file. It is damaged.");
        }
        return strings;
    }

    private static byte[] Text(GlobalHeap heap, ElementType type, Hdf5Cursor element) =>
        type.IsVariable ? heap.Read(ref element) : StringTypes.Trim(element.All, type);

    private static nint Address(NDArray array) => array.size == 0 ? 0 : (nint)array.Unsafe.Address;
}
