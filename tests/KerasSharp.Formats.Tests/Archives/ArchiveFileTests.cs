using System.Formats.Tar;
using System.IO.Compression;
using KerasSharp.Formats.Archives;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Archives;

/// <summary>Archives of every kind, unpacked.</summary>
public sealed class ArchiveFileTests : ArchiveFixture
{
    [Test]
    public void UnpacksTarTarGzAndZip([Values("tar", "tar.gz", "zip")] string kind)
    {
        string deep = string.Join("/", Enumerable.Repeat("a folder with a long name", 8)) + "/ä.txt";
        var entries = new (string, byte[])[]
        {
            ("top.txt", [1, 2, 3]),
            ("empty", []),
            ("./sub//b.bin", [.. Enumerable.Range(0, 1000).Select(i => (byte)i)]),
            (deep, [7]),
        };
        string archive = Pack(kind, entries);
        ArchiveFile.Extract(archive, Target);
        foreach (var (name, content) in entries)
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)), Is.EqualTo(content), name);
        Assert.That(Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(entries.Length));
        AssertNothingBeside();
    }

    [Test]
    public void UnpacksASingleGzipFile()
    {
        string archive = Path.Combine(Folder, "data.csv.gz");
        using (var packed = new GZipStream(File.Create(archive), CompressionLevel.Fastest))
            packed.Write("a,b"u8);
        ArchiveFile.Extract(archive, Target);
        Assert.That(File.ReadAllText(Path.Combine(Target, "data.csv")), Is.EqualTo("a,b"));
    }

    [Test]
    public void UnpacksWhatPythonPacks()
    {
        string script = """
            import io, tarfile
            def pack(format, mode):
                with tarfile.open(f'{sys.argv[1]}/{format}.{mode[2:]}', mode, format=format) as tar:
                    folder = tarfile.TarInfo('data'); folder.type = tarfile.DIRTYPE; tar.addfile(folder)
                    for name in ('data/x.txt', 'n' * 60 + '/' + 'm' * 90 + '.txt', 'short'):
                        info = tarfile.TarInfo(name); info.size = 700; tar.addfile(info, io.BytesIO(name[:1].encode() * 700))
                    link = tarfile.TarInfo('data/link'); link.type = tarfile.SYMTYPE; link.linkname = '../short'; tar.addfile(link)
                    again = tarfile.TarInfo('data/again'); again.type = tarfile.SYMTYPE; again.linkname = 'link'; tar.addfile(again)
                    hard = tarfile.TarInfo('data/hard'); hard.type = tarfile.LNKTYPE; hard.linkname = 'data/x.txt'; tar.addfile(hard)
            for format in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
                pack(format, 'w')
                pack(format, 'w:gz')
            """;
        ReferencePython.Run(script, Folder);
        string[] archives = Directory.GetFiles(Folder);
        Assert.That(archives, Has.Length.EqualTo(6));
        foreach (string archive in archives)
        {
            ArchiveFile.Extract(archive, Target);
            AssertFilesOfPython(archive);
            Directory.Delete(Target, recursive: true);
        }
    }

    [Test]
    public void UnpacksGzipFilesOfSeveralMembersAndNoCutOnes([Values(0, 1, 5000, 8175, 300_000)] int length)
    {
        var random = new Random(1);
        byte[][] members = [.. Enumerable.Range(0, 5).Select(i => new byte[length + i])];
        using var whole = new MemoryStream();
        foreach (byte[] member in members)
        {
            random.NextBytes(member);
            using var packed = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true);
            packed.Write(member);
        }
        string archive = Path.Combine(Folder, "parts.gz");
        File.WriteAllBytes(archive, whole.ToArray());
        ArchiveFile.Extract(archive, Target);
        Assert.That(File.ReadAllBytes(Path.Combine(Target, "parts")), Is.EqualTo(members.SelectMany(member => member).ToArray()));
        File.WriteAllBytes(archive, whole.ToArray()[..^1]);
        Assert.That(() => ArchiveFile.Extract(archive, Path.Combine(Folder, "other")), Throws.TypeOf<FileFormatException>());
    }

    [Test]
    public void UnpacksIntoAnEmptyFolderAndNoOther()
    {
        string archive = Pack("zip", [("a", [1])]);
        Directory.CreateDirectory(Target);
        ArchiveFile.Extract(archive, Target);
        Assert.That(() => ArchiveFile.Extract(archive, Target), Throws.TypeOf<IOException>().With.Message.Contains(Target));
        Assert.That(File.ReadAllBytes(Path.Combine(Target, "a")), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public void StopsWhenAskedAndLeavesNothing()
    {
        string archive = Pack("tar", [("a", [1])]);
        Assert.That(
            () => ArchiveFile.Extract(archive, Target, cancellation: new CancellationToken(true)),
            Throws.InstanceOf<OperationCanceledException>()
        );
        AssertNothingUnpacked();
    }

    [Test]
    public void DamagedArchivesAreUnpackedOrRefused([Values("tar", "tar.gz", "zip")] string kind)
    {
        byte[] whole = File.ReadAllBytes(Pack(kind, [("a/b.txt", [.. new byte[3000]]), ("c", [1, 2, 3])]));
        string damagedPath = Path.Combine(Folder, "damaged");
        bool IsRefused(byte[] damaged, string what)
        {
            File.WriteAllBytes(damagedPath, damaged);
            bool refused = Damage.IsRefused<FileFormatException>(() => ArchiveFile.Extract(damagedPath, Target), what);
            Assert.That(Directory.Exists(Target), Is.Not.EqualTo(refused), what);
            if (!refused)
                Directory.Delete(Target, recursive: true);
            return refused;
        }
        foreach (byte[] damaged in Damage.Truncations(whole).Where(damaged => !EndsInsideTheEndMark(kind, damaged, whole)))
            Assert.That(IsRefused(damaged, $"cut to {damaged.Length}"), $"cut to {damaged.Length} of {whole.Length}");
        int number = 0;
        foreach (byte[] damaged in Damage.Mutants(whole, Damage.MutantCount))
            IsRefused(damaged, $"mutant {number++}");
        AssertNothingBeside();
    }

    private void AssertFilesOfPython(string archive)
    {
        string Text(string name) => File.ReadAllText(Path.Combine(Target, name));
        Assert.That(Text("data/x.txt"), Is.EqualTo(new string('d', 700)), archive);
        Assert.That(Text(new string('n', 60) + "/" + new string('m', 90) + ".txt"), Is.EqualTo(new string('n', 700)), archive);
        Assert.That(Text("data/link"), Is.EqualTo(new string('s', 700)), archive);
        Assert.That(Text("data/again"), Is.EqualTo(new string('s', 700)), archive);
        Assert.That(Text("data/hard"), Is.EqualTo(new string('d', 700)), archive);
    }

    /// <summary>The second of the two zero blocks that end a tar archive tells nothing.</summary>
    private static bool EndsInsideTheEndMark(string kind, byte[] damaged, byte[] whole) =>
        kind == "tar" && damaged.Length >= whole.Length - 512;
}
