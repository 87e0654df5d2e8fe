namespace KerasSharp.Formats.Hdf5;

/// <summary>h5py's filter 32000: Marc Lehmann's LibLZF.</summary>
internal static class LzfFilter
{
    /// <summary>Decompresses at most the bytes of a whole chunk and what a checksum after them takes.</summary>
    public static byte[] Undo(byte[] bytes, int size, Func<string, FileFormatException> fail)
    {
        var target = new byte[size + FletcherFilter.Size];
        int to = 0;
        for (int from = 0; from < bytes.Length; )
        {
            int control = bytes[from++];
            bool fits =
                control < 32
                    ? CopyLiterals(bytes, ref from, target, ref to, control + 1)
                    : CopyBack(bytes, ref from, target, ref to, control);
            if (!fits)
                throw fail($"its LZF data go wrong at byte {from}. The file is damaged.");
        }
        return target[..to];
    }

    private static bool CopyLiterals(byte[] bytes, ref int from, byte[] target, ref int to, int count)
    {
        if (count > bytes.Length - from || count > target.Length - to)
            return false;
        bytes.AsSpan(from, count).CopyTo(target.AsSpan(to));
        (from, to) = (from + count, to + count);
        return true;
    }

    private static bool CopyBack(byte[] bytes, ref int from, byte[] target, ref int to, int control)
    {
        int count = control >> 5;
        if (from + (count == 7 ? 2 : 1) > bytes.Length)
            return false;
        count += 2 + (count == 7 ? bytes[from++] : 0);
        int source = to - ((control & 31) << 8) - bytes[from++] - 1;
        if (source < 0 || count > target.Length - to)
            return false;
        // The parts may overlap: each byte copied may be copied again.
        for (; count > 0; count--)
            target[to++] = target[source++];
        return true;
    }
}
