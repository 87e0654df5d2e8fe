namespace KerasSharp.Formats.Protobuf.Tensors;

/// <summary>The strings of a TensorProto.</summary>
internal static class TensorProtoStrings
{
    private const long MaxRepeated = 1 << 24;

    /// <summary>All strings in row order; the last one given repeats, and they are empty where none is given.</summary>
    /// <exception cref="FileFormatException">There are too few.</exception>
    public static byte[][] Read(TensorProto tensor, long count, string file, string place)
    {
        if (tensor.TensorContent.Length > 0)
            return Packed(tensor.TensorContent.Span, count)
                ?? throw new FileFormatException(
                    file,
                    place,
                    $"{count} lengths and as many strings were expected; the {tensor.TensorContent.Length} bytes are none."
                );
        if (count > Math.Max(MaxRepeated, tensor.StringVal.Count))
            throw new FileFormatException(file, place, $"{tensor.StringVal.Count} strings stand for {count}, which is too many.");
        byte[][] given = [.. tensor.StringVal.Take((int)count).Select(text => text.ToByteArray())];
        return given.Length == count ? given : [.. given, .. Enumerable.Repeat(given.LastOrDefault() ?? [], (int)count - given.Length)];
    }

    /// <summary>The form in bytes: all lengths as varints, then all strings.</summary>
    private static byte[][]? Packed(ReadOnlySpan<byte> bytes, long count)
    {
        // Each length takes a byte or more.
        if (count > bytes.Length)
            return null;
        var lengths = new int[count];
        for (int i = 0; i < lengths.Length; i++)
            if (!Varint.TryRead(ref bytes, out ulong length) || length > int.MaxValue)
                return null;
            else
                lengths[i] = (int)length;
        var strings = new byte[count][];
        for (int i = 0; i < lengths.Length; bytes = bytes[lengths[i++]..])
            if (lengths[i] > bytes.Length)
                return null;
            else
                strings[i] = bytes[..lengths[i]].ToArray();
        return bytes.IsEmpty ? strings : null;
    }
}
