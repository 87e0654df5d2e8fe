using System.Buffers.Binary;
using KerasSharp.Formats.Checksums;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>Tensors of strings: all lengths as varints, a checksum of the lengths, then all strings.</summary>
internal static class BundleStrings
{
    /// <summary>The strings of bytes.</summary>
    /// <param name="bytes">The tensor's bytes.</param>
    /// <param name="count">How many strings there are.</param>
    /// <param name="checksum">The masked checksum from the index.</param>
    /// <param name="error">Makes an error of what is wrong.</param>
    /// <exception cref="FileFormatException">The bytes are not so many strings.</exception>
    public static byte[][] Read(ReadOnlySpan<byte> bytes, long count, uint checksum, Func<string, FileFormatException> error)
    {
        if (count > bytes.Length)
            throw error($"{count} strings take a byte or more each; there are {bytes.Length} bytes.");
        var lengths = new ulong[count];
        for (int i = 0; i < lengths.Length; i++)
            if (!Varint.TryRead(ref bytes, out lengths[i]))
                throw error($"the length of string {i} of {count} was expected.");
        uint crc = OfLengths(lengths);
        if (bytes.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Crc32C.Mask(crc))
            throw error("the checksum of the strings' lengths is wrong: the file is damaged.");
        crc = Crc32C.Extend(crc, bytes);
        bytes = bytes[sizeof(uint)..];
        if (Crc32C.Mask(crc) != checksum)
            throw error("the checksum of the strings is wrong: the file is damaged.");
        var strings = new byte[count][];
        for (int i = 0; i < strings.Length; bytes = bytes[strings[i++].Length..])
            strings[i] =
                lengths[i] <= (ulong)bytes.Length
                    ? bytes[..(int)lengths[i]].ToArray()
                    : throw error($"string {i} is longer than what is left.");
        return bytes.IsEmpty ? strings : throw error($"{bytes.Length} bytes come after the last string.");
    }

    /// <summary>Writes strings.</summary>
    /// <returns>The masked checksum for the index.</returns>
    public static uint Write(Stream stream, IReadOnlyList<byte[]> strings)
    {
        foreach (var text in strings)
            Varint.Write(stream, (ulong)text.Length);
        uint crc = OfLengths(strings.Select(text => (ulong)text.Length));
        var check = BitConverter.GetBytes(Crc32C.Mask(crc));
        stream.Write(check);
        crc = Crc32C.Extend(crc, check);
        foreach (var text in strings)
        {
            stream.Write(text);
            crc = Crc32C.Extend(crc, text);
        }
        return Crc32C.Mask(crc);
    }

    /// <summary>The checksum of lengths, each as four bytes where that is enough and else as eight.</summary>
    private static uint OfLengths(IEnumerable<ulong> lengths)
    {
        uint crc = 0;
        foreach (ulong length in lengths)
            crc = Crc32C.Extend(crc, length <= uint.MaxValue ? BitConverter.GetBytes((uint)length) : BitConverter.GetBytes(length));
        return crc;
    }
}
