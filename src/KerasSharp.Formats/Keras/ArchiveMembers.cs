using System.IO.Compression;
using System.IO.Hashing;
using KerasSharp.Formats.Archives;
using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>The members of a zip, checked: no name leads out of it, sizes are plausible, contents have their checksums. Safe for several threads.</summary>
internal sealed class ArchiveMembers : IDisposable
{
    private const int Piece = 1 << 20;

    private readonly string path;
    private readonly FileStream stream;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    /// <summary>Reads the directory of the zip.</summary>
    public ArchiveMembers(string path, FileStream stream)
    {
        (this.path, this.stream) = (path, stream);
        archive = Guard("", () => new ZipArchive(stream, ZipArchiveMode.Read));
        foreach (var entry in Guard("", () => archive.Entries))
        {
            CheckName(entry.FullName);
            if (!entries.TryAdd(entry.FullName, entry))
                throw Error(entry.FullName, "the zip has this member twice.");
        }
    }

    /// <summary>The members' names.</summary>
    public IEnumerable<string> Names => entries.Keys;

    /// <summary>Whether a member's name stays within the folder that the archive would be unpacked into.</summary>
    public static bool IsInside(string name) =>
        name.Length > 0 && !name.StartsWith('/') && !name.Contains('\\') && !name.Contains(':') && !name.Split('/').Contains("..");

    /// <summary>The bytes of a member; null where there is none.</summary>
    public byte[]? Find(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        using var memory = new MemoryStream();
        Copy(entry, memory);
        return memory.ToArray();
    }

    /// <summary>Opens a member for reading at any place: in the archive itself where it is stored, else from a temporary file that goes when closed.</summary>
    public ByteSource OpenSource(string name)
    {
        var entry =
            entries.GetValueOrDefault(name)
            ?? throw Error("", $"there is no '{name}' in the zip: this is no model of Keras, or a damaged one.");
        return FindStored(entry) ?? Unpack(entry);
    }

    public void Dispose()
    {
        archive.Dispose();
        stream.Dispose();
    }

    // The bytes are stored as they are if the bytes in the archive have the member's checksum.
    private FileSource? FindStored(ZipArchiveEntry entry)
    {
        if (entry.Length != entry.CompressedLength || entry.Length == 0)
            return null;
        long start;
        lock (archive)
            start = Guard(entry.FullName, () => StartOf(entry));
        if (start < 0 || start > stream.Length - entry.Length)
            return null;
        var source = new FileSource(path, start, entry.Length);
        if (Checksum(source) == entry.Crc32)
            return source;
        source.Dispose();
        return null;
    }

    // ZipArchive does not tell where a member's bytes begin, but reads its first byte from there.
    private long StartOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        content.ReadByte();
        return stream.Position - 1;
    }

    private static uint Checksum(FileSource source)
    {
        var crc = new Crc32();
        var buffer = new byte[Piece];
        for (long at = 0; at < source.Length; at += Piece)
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(Piece, source.Length - at));
            source.Read(at, piece);
            crc.Append(piece);
        }
        return crc.GetCurrentHashAsUInt32();
    }

    private FileSource Unpack(ZipArchiveEntry entry)
    {
        string temporary = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(temporary))
                Copy(entry, file);
            return new FileSource(temporary, FileOptions.DeleteOnClose);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void Copy(ZipArchiveEntry entry, Stream target)
    {
        string name = entry.FullName;
        if (entry.Length / Deflate.MaximumExpansion > entry.CompressedLength || entry.CompressedLength > stream.Length)
            throw Error(name, $"{entry.Length} bytes are declared, {entry.CompressedLength} are stored: no genuine file is so.");
        lock (archive)
        {
            using var content = new ZipContent(Guard(name, entry.Open), entry.Length, entry.Crc32, problem => Error(name, problem));
            Guard(
                name,
                () =>
                {
                    content.CopyTo(target);
                    return target;
                }
            );
        }
    }

    private void CheckName(string name)
    {
        if (!IsInside(name))
            throw Error($"member '{name}'", "its name leads out of the archive. It is refused: such a file was made to do harm.");
    }

    private T Guard<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw Error(place, $"the zip cannot be read: {e.Message} The file is damaged: get it again.", e);
        }
    }

    private FileFormatException Error(string place, string problem, Exception? inner = null) => new(path, place, problem, inner);
}
