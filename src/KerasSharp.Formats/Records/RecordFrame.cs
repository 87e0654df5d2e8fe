using System.Buffers.Binary;
using KerasSharp.Formats.Checksums;

namespace KerasSharp.Formats.Records;

/// <summary>What stands around each record: its length and the length's checksum before, the data's checksum after.</summary>
internal static class RecordFrame
{
    /// <summary>Bytes before the data.</summary>
    public const int HeaderSize = 12;

    /// <summary>Bytes after the data.</summary>
    public const int FooterSize = 4;

    /// <summary>Bytes around the data.</summary>
    public const int Size = HeaderSize + FooterSize;

    /// <summary>Puts the frame around data that stand <see cref="HeaderSize"/> bytes inside <paramref name="record"/> already.</summary>
    /// <param name="record">The whole record.</param>
    public static void Close(Span<byte> record)
    {
        var data = record[HeaderSize..^FooterSize];
        BinaryPrimitives.WriteInt64LittleEndian(record, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], Crc32C.Masked(record[..8]));
        BinaryPrimitives.WriteUInt32LittleEndian(record[^FooterSize..], Crc32C.Masked(data));
    }

    /// <summary>Whether the length before the data is what was written.</summary>
    public static bool IsHeaderWhole(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) == Crc32C.Masked(header[..8]);

    /// <summary>The length that a header tells.</summary>
    public static ulong Length(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64LittleEndian(header);

    /// <summary>Whether the data are what was written.</summary>
    /// <param name="data">The data.</param>
    /// <param name="footer">What stands after them.</param>
    public static bool IsDataWhole(ReadOnlySpan<byte> data, ReadOnlySpan<byte> footer) =>
        BinaryPrimitives.ReadUInt32LittleEndian(footer) == Crc32C.Masked(data);
}
