using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NumSharp;

namespace KerasSharp.Datasets.Idx;

/// <summary>A whole idx file in memory: the header and the data, uncompressed.</summary>
internal sealed class IdxContent(IdxHeader header, byte[] data)
{
    public IdxHeader Header { get; } = header;

    /// <summary>SHA-256 of the uncompressed file in lower-case hexadecimal, so that it does not depend on the compressor.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Header.Bytes);
        hash.AppendData(data);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void WriteTo(Stream stream)
    {
        stream.Write(Header.Bytes);
        stream.Write(data);
    }

    /// <summary>A new array of the declared shape in the machine's byte order.</summary>
    public unsafe NDArray ToArray()
    {
        var array = new NDArray(TypeCodeOf(Header.Type), new NumSharp.Shape(Header.Shape), false);
        if (data.Length > 0)
        {
            var target = new Span<byte>(array.Unsafe.Address, data.Length);
            CopyFromBigEndian(data, target, IdxHeader.SizeOf(Header.Type));
        }

        GC.KeepAlive(array);
        return array;
    }

    private static void CopyFromBigEndian(ReadOnlySpan<byte> source, Span<byte> target, int elementSize)
    {
        switch (BitConverter.IsLittleEndian ? elementSize : 1)
        {
            case 1:
                source.CopyTo(target);
                break;
            case 2:
                BinaryPrimitives.ReverseEndianness(Cast<short>(source), MemoryMarshal.Cast<byte, short>(target));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(Cast<int>(source), MemoryMarshal.Cast<byte, int>(target));
                break;
            default:
                BinaryPrimitives.ReverseEndianness(Cast<long>(source), MemoryMarshal.Cast<byte, long>(target));
                break;
        }
    }

    private static ReadOnlySpan<T> Cast<T>(ReadOnlySpan<byte> bytes)
        where T : struct => MemoryMarshal.Cast<byte, T>(bytes);

    private static NPTypeCode TypeCodeOf(IdxType type) =>
        type switch
        {
            IdxType.UnsignedByte => NPTypeCode.Byte,
            IdxType.SignedByte => NPTypeCode.SByte,
            IdxType.Short => NPTypeCode.Int16,
            IdxType.Int => NPTypeCode.Int32,
            IdxType.Float => NPTypeCode.Single,
            _ => NPTypeCode.Double,
        };
}
