using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using KerasSharp.Formats.Archives;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Archives;

/// <summary>Archives that want to write outside of their folder, to make devices, or to fill the disk.</summary>
public sealed class HostileArchiveTests : ArchiveFixture
{
    private static IEnumerable<TestCaseData> SlipCases =>
        GoldenFamily.TestCases("badfiles").Where(test => ((GoldenCase)test.Arguments[0]!).Name.Contains("zip-slip"));

    [TestCaseSource(nameof(SlipCases))]
    public void RefusesToLeaveTheFolder(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        string archive = files[golden.Json.GetProperty("file").GetString()!];
        Assert.That(() => ArchiveFile.Extract(archive, Target), Throws.TypeOf<FileFormatException>().With.Message.Contains("refused"));
        AssertNothingUnpacked();
    }

    [Test]
    public void RefusesNames(
        [Values("../evil", "a/../../evil", "/evil", "//evil", "C:evil", "c:/evil", "..\\evil", "a\\b", "a/..", "..")] string name,
        [Values("tar", "tar.gz", "zip")] string kind
    )
    {
        string archive = Pack(kind, [("good", [1]), (name, [2])]);
        var error = Assert.Throws<FileFormatException>(() => ArchiveFile.Extract(archive, Target))!;
        Assert.That(error.Place, Does.Contain(name));
        AssertNothingUnpacked();
    }

    [TestCase("/etc/passwd")]
    [TestCase("../outside")]
    [TestCase("a/../../outside")]
    [TestCase("missing")]
    [TestCase("C:\\x")]
    [TestCase("..\\x")]
    public void RefusesLinksThatLeaveOrLeadNowhere(string target)
    {
        File.WriteAllText(Path.Combine(Folder, "outside"), "secret");
        foreach (var type in new[] { TarEntryType.SymbolicLink, TarEntryType.HardLink })
        {
            string archive = Tar(new PaxTarEntry(TarEntryType.Directory, "a"), new PaxTarEntry(type, "link") { LinkName = target });
            Assert.That(
                () => ArchiveFile.Extract(archive, Target),
                Throws.TypeOf<FileFormatException>().With.Message.Contains("link"),
                $"{type}"
            );
            AssertNothingUnpacked();
        }
    }

    [Test]
    public void RefusesToWriteThroughALink()
    {
        string archive = Tar(
            new PaxTarEntry(TarEntryType.Directory, "a"),
            new PaxTarEntry(TarEntryType.SymbolicLink, "b") { LinkName = "a" },
            new PaxTarEntry(TarEntryType.RegularFile, "b/x") { DataStream = new MemoryStream([1]) }
        );
        Assert.That(() => ArchiveFile.Extract(archive, Target), Throws.TypeOf<FileFormatException>().With.Message.Contains("same name"));
        AssertNothingUnpacked();
    }

    [Test]
    public void RefusesALinkThroughALinkThatIsShorterThanItsText()
    {
        string archive = Tar(
            new PaxTarEntry(TarEntryType.Directory, "a"),
            new PaxTarEntry(TarEntryType.SymbolicLink, "a/here") { LinkName = "." },
            new PaxTarEntry(TarEntryType.SymbolicLink, "a/up") { LinkName = "here/../.." }
        );
        Assert.That(
            () => ArchiveFile.Extract(archive, Target),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("through other links")
        );
        AssertNothingUnpacked();
    }

    [Test]
    public void RefusesDevicesAndPipes()
    {
        foreach (var type in new[] { TarEntryType.CharacterDevice, TarEntryType.BlockDevice, TarEntryType.Fifo })
            Assert.That(
                () => ArchiveFile.Extract(Tar(new PaxTarEntry(type, "x")), Target),
                Throws.TypeOf<FileFormatException>().With.Message.Contains("device")
            );
        AssertNothingUnpacked();
    }

    [Test]
    public void RefusesAFileWhereAFolderIsWanted([Values("tar", "zip")] string kind)
    {
        Assert.That(() => ArchiveFile.Extract(Pack(kind, [("a", [1]), ("a/b", [2])]), Target), Throws.TypeOf<FileFormatException>());
        Assert.That(() => ArchiveFile.Extract(Pack(kind, [("a/b", [2]), ("a", [1])]), Target), Throws.TypeOf<FileFormatException>());
        AssertNothingUnpacked();
    }

    [Test]
    public void StopsBombs([Values("tar.gz", "zip")] string kind)
    {
        string archive = Pack(kind, Enumerable.Range(0, 3).Select(i => ($"{i}", new byte[1 << 20])));
        ArchiveOptions[] limits =
        [
            new() { MaximumSize = 2 << 20 },
            new() { MaximumRatio = 50, RatioFreeSize = 1 << 20 },
            new() { MaximumEntries = 2 },
        ];
        foreach (var limit in limits)
            Assert.That(
                () => ArchiveFile.Extract(archive, Target, limit),
                Throws.TypeOf<FileFormatException>().With.Message.Contains("raise Maximum")
            );
        AssertNothingUnpacked();
        Assert.That(() => ArchiveFile.Extract(archive, Target), Throws.Nothing, "small ones are no bombs whatever their ratio");
    }

    [Test]
    public void AZipThatUnpacksToMoreThanItDeclaresIsRefused()
    {
        string archive = Pack("zip", [("a", [.. Enumerable.Repeat((byte)5, 5000)])]);
        byte[] bytes = File.ReadAllBytes(archive);
        int directory = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 40);
        File.WriteAllBytes(archive, bytes);
        Assert.That(() => ArchiveFile.Extract(archive, Target), Throws.TypeOf<FileFormatException>());
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 5000);
        bytes[directory + 16] ^= 1;
        File.WriteAllBytes(archive, bytes);
        Assert.That(() => ArchiveFile.Extract(archive, Target), Throws.TypeOf<FileFormatException>().With.Message.Contains("checksum"));
        AssertNothingUnpacked();
    }

    [TestCase('x')]
    [TestCase('g')]
    [TestCase('L')]
    [TestCase('K')]
    public void ADeclaredSizeOfAnExtendedHeaderIsNotAllocated(char type)
    {
        string archive = Tar(new PaxTarEntry(TarEntryType.RegularFile, "a"));
        byte[] header = File.ReadAllBytes(archive)[^1536..^1024];
        Encoding.ASCII.GetBytes("17777777000").CopyTo(header, 124);
        header[156] = (byte)type;
        header.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(value => value), 8).PadLeft(6, '0') + "\0").CopyTo(header, 148);
        File.WriteAllBytes(archive, [.. header, .. new byte[2048]]);
        long before = GC.GetTotalAllocatedBytes();
        Assert.That(() => ArchiveFile.Extract(archive, Target), Throws.TypeOf<FileFormatException>().With.Message.Contains("declares"));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(4 << 20));
    }

    [Test]
    public void NamesWhatItCannotRead()
    {
        string path = Path.Combine(Folder, "x.tar.bz2");
        File.WriteAllBytes(path, [.. "BZh91AY"u8]);
        Assert.That(() => ArchiveFile.Extract(path, Target), Throws.TypeOf<FileFormatException>().With.Message.Contains("bzip2"));
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            gzip.Write([1, 2, 3]);
        Assert.That(() => ArchiveFile.Extract(path, Target), Throws.Nothing);
    }
}
