namespace KerasSharp.Formats.Hdf5;

/// <summary>The filter that puts the first bytes of all elements first, then the second bytes, and so on.</summary>
internal static class ShuffleFilter
{
    /// <summary>Puts the bytes of each element together again; bytes after the last whole element stay.</summary>
    public static byte[] Undo(byte[] bytes, int elementSize)
    {
        int count = bytes.Length / elementSize;
        if (elementSize == 1 || count < 2)
            return bytes;
        var target = new byte[bytes.Length];
        for (int part = 0; part < elementSize; part++)
        {
            var plane = bytes.AsSpan(part * count, count);
            for (int i = 0, at = part; i < plane.Length; i++, at += elementSize)
                target[at] = plane[i];
        }
        int whole = count * elementSize;
        bytes.AsSpan(whole).CopyTo(target.AsSpan(whole));
        return target;
    }
}
