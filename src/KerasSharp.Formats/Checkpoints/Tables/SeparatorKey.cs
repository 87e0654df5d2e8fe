namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>Short keys that stand between blocks in the index of a table.</summary>
internal static class SeparatorKey
{
    /// <summary>A short key that is not less than one key and less than the next.</summary>
    public static byte[] Between(byte[] key, byte[] next)
    {
        int common = key.AsSpan().CommonPrefixLength(next);
        return common < key.Length && common < next.Length && key[common] + 1 < next[common] ? Increment(key, common) : key;
    }

    /// <summary>A short key that is not less than the last one.</summary>
    public static byte[] After(byte[] key)
    {
        int at = key.AsSpan().IndexOfAnyExcept((byte)0xFF);
        return at < 0 ? key : Increment(key, at);
    }

    private static byte[] Increment(byte[] key, int at) => [.. key.AsSpan(0, at), (byte)(key[at] + 1)];
}
