using System.Formats.Tar;
using System.IO.Compression;
using KerasSharp.Datasets;
using KerasSharp.Datasets.Sources;
using KerasSharp.Formats.Idx;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Datasets;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DatasetSourceTests : IDisposable
{
    private readonly List<string> _log = [];
    private readonly TemporaryFolder _folder = new();
    private readonly DatasetCache _cache;

    public DatasetSourceTests() => _cache = new DatasetCache(_folder.Path, _log.Add);

    public void Dispose() => _folder.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public void CacheReadsIdxFiles(bool compressed)
    {
        SmallDataset.WriteTo(_folder, compressed, "datasets", "small");
        SmallDataset.AssertLoaded(Cached().TryLoad().Data);
        Assert.That(_log, Is.Empty);
    }

    [Test]
    public void CacheWithoutFilesSaysNothing()
    {
        var result = Cached().TryLoad();
        Assert.That(result.Data, Is.Null);
        Assert.That(result.Detail, Does.Contain(_folder.File("datasets", "small")));
        Assert.That(_log, Is.Empty);
    }

    [Test]
    public void CacheReportsATruncatedFileInOneLine()
    {
        SmallDataset.WriteTo(_folder, false, "datasets", "small");
        var bad = _folder.Write(SmallDataset.Contents[2][..500], "datasets", "small", "t10k-images-idx3-ubyte");

        Assert.That(Cached().TryLoad().Data, Is.Null);
        Assert.That(_log, Has.Count.EqualTo(1));
        Assert.That(_log[0], Does.Contain(bad).And.Contain("1568 bytes").And.Contain("484").And.Not.Contain("\n"));
    }

    [Test]
    public void CacheDoesNotTrustAnotherSoundFile()
    {
        SmallDataset.WriteTo(_folder, false, "datasets", "small");
        _folder.Write(IdxBytes.Labels(7, 8, 8), "datasets", "small", "train-labels-idx1-ubyte");

        Assert.That(Cached().TryLoad().Data, Is.Null);
        Assert.That(_log.Single(), Does.Contain("train-labels-idx1-ubyte").And.Contain("SHA-256"));
    }

    [Test]
    public void SystemPackageIsReadKeptAndReplacesABadCopy()
    {
        SmallDataset.WriteTo(_folder, true, "package");
        SmallDataset.WriteTo(_folder, true, "datasets", "small");
        _folder.Write([1, 2, 3], "datasets", "small", "train-images-idx3-ubyte.gz");
        var package = new SystemPackageSource(SmallDataset.Description, "pack", _folder.File("package"), _cache);

        Assert.That(Cached().TryLoad().Data, Is.Null);
        SmallDataset.AssertLoaded(package.TryLoad().Data);

        SmallDataset.AssertLoaded(Cached().TryLoad().Data);
        var left = Directory.GetFiles(_folder.File("datasets", "small"));
        Assert.That(left, Has.Length.EqualTo(4), "no temporary file is left");
    }

    [Test]
    public void SystemPackageThatIsNotInstalledIsNamed()
    {
        var source = new SystemPackageSource(SmallDataset.Description, "pack", _folder.File("nowhere"), _cache);
        Assert.That(source.TryLoad().Detail, Does.Contain("pack").And.Contain("not installed"));
    }

    [Test]
    public void NpzOfKerasIsRead()
    {
        var bytes = WriteNpz();
        var file = new DatasetFile("small.npz", SmallDataset.Sha256(bytes));
        SmallDataset.AssertLoaded(new NpzSource(file, "Small", _cache, _log.Add).TryLoad().Data);
    }

    [Test]
    public void NpzWithAnotherChecksumIsNotTrusted()
    {
        WriteNpz();
        var file = new DatasetFile("small.npz", new string('0', 64));
        Assert.That(new NpzSource(file, "Small", _cache, _log.Add).TryLoad().Data, Is.Null);
        Assert.That(_log.Single(), Does.Contain("small.npz").And.Contain("SHA-256"));
    }

    [Test]
    public void ArchiveGivesOnlyTheNamedFilesAndNeverLeavesTheFolder()
    {
        var archive = _folder.File("package.tgz");
        using (var tar = new TarWriter(new GZipStream(File.Create(archive), CompressionLevel.Fastest)))
        {
            Add(tar, "package/data/wanted", [1]);
            Add(tar, "package/../../escape/other.gz", [2]);
            Add(tar, "package/index.js", [3]);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "package/linked") { LinkName = "/etc/hostname" });
        }

        var target = Directory.CreateDirectory(_folder.File("a", "b", "c")).FullName;
        PackageArchive.Extract(archive, target, ["wanted", "other", "linked"]);

        Assert.That(
            Directory.GetFiles(_folder.File("a"), "*", SearchOption.AllDirectories),
            Is.EquivalentTo(new[] { Path.Combine(target, "wanted"), Path.Combine(target, "other.gz") })
        );
    }

    private CacheSource Cached() => new(SmallDataset.Description, _cache, _log.Add);

    private byte[] WriteNpz()
    {
        Directory.CreateDirectory(_folder.File("datasets"));
        var path = _folder.File("datasets", "small.npz");
        string[] keys = ["x_train", "y_train", "x_test", "y_test"];
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var (key, content) in keys.Zip(SmallDataset.Contents))
            {
                var array = IdxFile.Load(_folder.Write(content, "temporary"));
                using var entry = archive.CreateEntry(key + ".npy").Open();
                entry.Write(Npy(array));
            }
        }

        return File.ReadAllBytes(path);
    }

    private static byte[] Npy(NDArray array)
    {
        var shape = string.Join(", ", array.shape) + (array.ndim == 1 ? "," : "");
        var text = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({shape}), }}".PadRight(117) + "\n";
        byte[] magic = [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, 0];
        return [.. magic, .. System.Text.Encoding.ASCII.GetBytes(text), .. array.flatten().ToArray<byte>()];
    }

    private static void Add(TarWriter tar, string name, byte[] content) =>
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
}
