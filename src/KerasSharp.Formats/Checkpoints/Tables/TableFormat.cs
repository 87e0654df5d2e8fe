namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>The numbers of LevelDB's table format.</summary>
internal static class TableFormat
{
    /// <summary>The last eight bytes of a table.</summary>
    public const ulong Magic = 0xdb4775248b80fb57;

    /// <summary>Two handles, room to spare, and the magic number.</summary>
    public const int FooterSize = 48;

    /// <summary>What follows a block: how it is compressed, and a checksum.</summary>
    public const int TrailerSize = 5;

    /// <summary>A block as it is.</summary>
    public const byte NotCompressed = 0;

    /// <summary>A block that is compressed by Snappy.</summary>
    public const byte Snappy = 1;
}
