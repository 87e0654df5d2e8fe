using System.Security.Cryptography;
using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Idx;

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
        var array = HostMemory.NewArray(TypeCodeOf(Header.Type).AsType(), Header.Shape);
        if (data.Length > 0)
        {
            var target = new Span<byte>(array.Unsafe.Address, data.Length);
            data.CopyTo(target);
            ByteOrder.Reverse(target, IdxHeader.SizeOf(Header.Type));
        }

        GC.KeepAlive(array);
        return array;
    }

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
