using System.Buffers.Binary;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>The entries of one block: each key is told by how much of the one before it shares; the places where none is shared stand at the end.</summary>
/// <param name="content">The block, not compressed.</param>
/// <param name="error">Makes an error of what is wrong.</param>
internal sealed class TableBlock(ReadOnlyMemory<byte> content, Func<string, FileFormatException> error)
{
    /// <summary>The entries in order.</summary>
    public IEnumerable<(byte[] Key, ReadOnlyMemory<byte> Value)> Entries()
    {
        int end = EntriesLength();
        byte[] key = [];
        for (int at = 0; at < end; )
        {
            (key, var value, at) = Entry(key, at, end);
            yield return (key, value);
        }
    }

    private int EntriesLength()
    {
        long restarts = content.Length < sizeof(uint) ? -1 : BinaryPrimitives.ReadUInt32LittleEndian(content.Span[^sizeof(uint)..]);
        long end = content.Length - sizeof(uint) * (restarts + 1);
        return restarts >= 0 && end >= 0
            ? (int)end
            : throw error($"a block of {content.Length} bytes has a list of {restarts} restarts, which it has no room for.");
    }

    private (byte[] Key, ReadOnlyMemory<byte> Value, int Next) Entry(byte[] before, int at, int end)
    {
        var rest = content.Span[at..end];
        if (
            !Varint.TryRead(ref rest, out ulong shared)
            || !Varint.TryRead(ref rest, out ulong own)
            || !Varint.TryRead(ref rest, out ulong length)
            || shared > (ulong)before.Length
            || own > (ulong)rest.Length
            || length > (ulong)rest.Length - own
        )
            throw error($"the entry at byte {at} of a block does not fit into it.");
        byte[] key = [.. before.AsSpan(0, (int)shared), .. rest[..(int)own]];
        int value = end - rest.Length + (int)own;
        return (key, content.Slice(value, (int)length), value + (int)length);
    }
}
