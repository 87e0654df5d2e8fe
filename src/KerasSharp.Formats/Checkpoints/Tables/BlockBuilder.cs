using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>Builds a block of a table from sorted keys.</summary>
/// <param name="restartInterval">Every so many keys stand whole, without sharing the beginning of the one before.</param>
internal sealed class BlockBuilder(int restartInterval)
{
    private readonly MemoryStream content = new();
    private readonly List<uint> restarts = [0];
    private byte[] last = [];
    private int sinceRestart;

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => content.Length == 0;

    /// <summary>The bytes that the block would have if it were finished now.</summary>
    public long Length => content.Length + sizeof(uint) * (restarts.Count + 1);

    /// <summary>Adds an entry, whose key must be greater than the one before.</summary>
    public void Add(byte[] key, ReadOnlySpan<byte> value)
    {
        int shared = 0;
        if (sinceRestart < restartInterval)
            shared = key.AsSpan().CommonPrefixLength(last);
        else
        {
            restarts.Add((uint)content.Length);
            sinceRestart = 0;
        }
        Varint.Write(content, (ulong)shared);
        Varint.Write(content, (ulong)(key.Length - shared));
        Varint.Write(content, (ulong)value.Length);
        content.Write(key.AsSpan(shared));
        content.Write(value);
        last = key;
        sinceRestart++;
    }

    /// <summary>The whole block; the builder is empty afterwards.</summary>
    public byte[] Finish()
    {
        foreach (uint restart in restarts)
            content.Write(BitConverter.GetBytes(restart));
        content.Write(BitConverter.GetBytes(restarts.Count));
        var block = content.ToArray();
        content.SetLength(0);
        restarts.RemoveRange(1, restarts.Count - 1);
        (last, sinceRestart) = ([], 0);
        return block;
    }
}
