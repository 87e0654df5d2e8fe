using System.Formats.Tar;
using System.IO.Compression;

namespace KerasSharp.Formats.Tests.Archives;

/// <summary>Makes archives in a folder of each test's own.</summary>
public abstract class ArchiveFixture
{
    /// <summary>The folder, with all that a test makes.</summary>
    protected string Folder { get; private set; } = "";

    /// <summary>The folder to unpack to.</summary>
    protected string Target => Path.Combine(Folder, "inner", "target");

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("kerassharp-archive-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Folder, recursive: true);

    /// <summary>An archive of files.</summary>
    protected string Pack(string kind, IEnumerable<(string Name, byte[] Content)> entries)
    {
        string path = Path.Combine(Folder, "packed." + kind);
        using var file = File.Create(path);
        if (kind == "zip")
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        else
        {
            using Stream packed = kind == "tar" ? file : new GZipStream(file, CompressionLevel.Fastest);
            using var tar = new TarWriter(packed, TarEntryFormat.Pax);
            foreach (var (name, content) in entries)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }
        return path;
    }

    /// <summary>A tar archive of one entry of any type.</summary>
    protected string Tar(params TarEntry[] entries)
    {
        string path = Path.Combine(Folder, $"{Guid.NewGuid():N}.tar");
        using var tar = new TarWriter(File.Create(path), TarEntryFormat.Pax);
        foreach (var entry in entries)
            tar.WriteEntry(entry);
        return path;
    }

    /// <summary>Fails where anything lies beside the folder to unpack to.</summary>
    protected void AssertNothingBeside()
    {
        string parent = Path.GetDirectoryName(Target)!;
        if (Directory.Exists(parent))
            Assert.That(Directory.EnumerateFileSystemEntries(parent).Where(path => path != Target), Is.Empty);
    }

    /// <summary>Fails where anything was unpacked.</summary>
    protected void AssertNothingUnpacked()
    {
        AssertNothingBeside();
        Assert.That(Path.Exists(Target), Is.False);
    }
}
