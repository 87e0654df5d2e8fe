using System.Buffers.Binary;
using System.Numerics;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Bob Jenkins' lookup3, the checksum of HDF5's metadata.</summary>
internal static class Lookup3
{
    /// <summary>The hash of some bytes, with initial value 0.</summary>
    public static uint Hash(ReadOnlySpan<byte> bytes)
    {
        uint a = 0xdeadbeef + (uint)bytes.Length;
        uint b = a;
        uint c = a;
        for (; bytes.Length > 12; bytes = bytes[12..])
        {
            Add(bytes, ref a, ref b, ref c);
            Mix(ref a, ref b, ref c);
        }
        if (bytes.Length == 0)
            return c;
        Span<byte> last = stackalloc byte[12];
        bytes.CopyTo(last);
        Add(last, ref a, ref b, ref c);
        return Final(a, b, c);
    }

    private static void Add(ReadOnlySpan<byte> bytes, ref uint a, ref uint b, ref uint c)
    {
        a += BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        b += BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        c += BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
    }

    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        Step(ref a, ref c, ref b, 4);
        Step(ref b, ref a, ref c, 6);
        Step(ref c, ref b, ref a, 8);
        Step(ref a, ref c, ref b, 16);
        Step(ref b, ref a, ref c, 19);
        Step(ref c, ref b, ref a, 4);
    }

    private static void Step(ref uint x, ref uint y, ref uint z, int bits)
    {
        x -= y;
        x ^= BitOperations.RotateLeft(y, bits);
        y += z;
    }

    private static uint Final(uint a, uint b, uint c)
    {
        c = (c ^ b) - BitOperations.RotateLeft(b, 14);
        a = (a ^ c) - BitOperations.RotateLeft(c, 11);
        b = (b ^ a) - BitOperations.RotateLeft(a, 25);
        c = (c ^ b) - BitOperations.RotateLeft(b, 16);
        a = (a ^ c) - BitOperations.RotateLeft(c, 4);
        b = (b ^ a) - BitOperations.RotateLeft(a, 14);
        return (c ^ b) - BitOperations.RotateLeft(b, 24);
    }
}
