using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>Where a block of a table is.</summary>
/// <param name="Offset">Its first byte in the file.</param>
/// <param name="Size">Its bytes, without the five that follow it.</param>
internal readonly record struct BlockHandle(ulong Offset, ulong Size)
{
    /// <summary>Takes a handle from the front of bytes; false where they end within it.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out BlockHandle handle)
    {
        handle = default;
        if (!Varint.TryRead(ref bytes, out ulong offset) || !Varint.TryRead(ref bytes, out ulong size))
            return false;
        handle = new BlockHandle(offset, size);
        return true;
    }

    /// <summary>Writes the handle.</summary>
    public void Write(Stream stream)
    {
        Varint.Write(stream, Offset);
        Varint.Write(stream, Size);
    }
}
