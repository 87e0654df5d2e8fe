using System.Formats.Tar;
using System.IO.Compression;
using KerasSharp.Formats.Cifar;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Cifar;

/// <summary>Sets of CIFAR as archives, made small in the layout of the published ones.</summary>
public sealed class CifarArchiveTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kerassharp-cifar-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void ReadsABinaryArchiveInTheOrderOfItsBatches()
    {
        var names = Enumerable.Range(1, 5).Reverse().Select(i => ($"data_batch_{i}.bin", (byte)i)).Append(("test_batch.bin", (byte)9));
        string path = TarGz(names.Select(name => ($"cifar-10-batches-bin/{name.Item1}", Record10(name.Item2))));
        var data = CifarFile.ReadArchive(path);
        Assert.That(data.Train.Labels.ToArray<byte>(), Is.EqualTo(new byte[] { 1, 2, 3, 4, 5 }));
        Assert.That(data.Train.Images.shape, Is.EqualTo(new long[] { 5, 32, 32, 3 }));
        Assert.That(data.Train.Images["3"].ToArray<byte>(), Is.All.EqualTo(4));
        Assert.That(data.Test.Labels.ToArray<byte>(), Is.EqualTo(new byte[] { 9 }));
    }

    [Test]
    public void ReadsBothLabelsOfABinaryArchiveOf100()
    {
        string path = TarGz([
            ("cifar-100-binary/train.bin", Record100(19, 99)),
            ("cifar-100-binary/test.bin", Record100(0, 42)),
            ("x/fine_label_names.txt", [65]),
        ]);
        var data = CifarFile.ReadArchive(path);
        Assert.That(data.Train.Labels.ToArray<long>(), Is.EqualTo(new long[] { 99 }));
        Assert.That(data.Train.CoarseLabels!.ToArray<long>(), Is.EqualTo(new long[] { 19 }));
        Assert.That(data.Test.Kind, Is.EqualTo(CifarKind.Cifar100));
    }

    [Test]
    public void ReadsAPythonArchiveAsKerasDoes()
    {
        string path = Path.Combine(folder, "cifar-10-python.tar.gz");
        string script = """
            import io, pickle, tarfile
            def member(tar, name, seed):
                rng = np.random.default_rng(seed)
                batch = {b'data': rng.integers(0, 256, (4, 3072), np.uint8), b'labels': [int(v) for v in rng.integers(0, 10, 4)]}
                info = tarfile.TarInfo('cifar-10-batches-py/' + name)
                content = pickle.dumps(batch, 2)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
                return batch
            with tarfile.open(sys.argv[1], 'w:gz') as tar:
                parts = [member(tar, f'data_batch_{i}', i) for i in range(1, 6)]
                member(tar, 'test_batch', 6)
            x = np.concatenate([p[b'data'] for p in parts]).reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
            np.save(sys.argv[2], x)
            print(*[v for p in parts for v in p[b'labels']])
            """;
        string images = Path.Combine(folder, "x.npy");
        string labels = ReferencePython.Run(script, path, images);
        var data = CifarFile.ReadArchive(path);
        Assert.That(data.Train.Images.ToArray<byte>(), Is.EqualTo(np.ascontiguousarray((NDArray)np.load(images)).ToArray<byte>()));
        Assert.That(string.Join(" ", data.Train.Labels.ToArray<byte>()), Is.EqualTo(labels.Trim()));
        Assert.That(data.Test.Images.shape[0], Is.EqualTo(4));
    }

    [Test]
    public void AMissingBatchIsNamed()
    {
        var names = new[] { 1, 2, 4, 5 }.Select(i => $"a/data_batch_{i}.bin").Append("a/test_batch.bin");
        string path = TarGz(names.Select(name => (name, Record10(1))));
        Assert.That(() => CifarFile.ReadArchive(path), Throws.TypeOf<FileFormatException>().With.Message.Contains("data_batch_3.bin"));
    }

    [Test]
    public void AShortRecordALabelOfNoClassAndAnotherArchiveAreRefused()
    {
        string path = Path.Combine(folder, "data.bin");
        File.WriteAllBytes(path, Record10(1)[..^1]);
        Assert.That(
            () => CifarFile.ReadBinary(path, CifarKind.Cifar10),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("3073")
        );
        File.WriteAllBytes(path, [.. Record10(1), .. Record10(10)]);
        Assert.That(
            () => CifarFile.ReadBinary(path, CifarKind.Cifar10),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("record 1").And.Message.Contains("0 to 9")
        );
        File.WriteAllBytes(path, []);
        Assert.That(() => CifarFile.ReadBinary(path, CifarKind.Cifar100), Throws.TypeOf<FileFormatException>());
        string other = TarGz([("readme.html", [1, 2, 3])]);
        Assert.That(
            () => CifarFile.ReadArchive(other),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("none of CIFAR's files")
        );
    }

    [Test]
    public void DamagedArchivesAreReadOrRefused()
    {
        string path = TarGz([("train.bin", Record100(1, 2)), ("test.bin", Record100(3, 4))]);
        byte[] whole = File.ReadAllBytes(path);
        string damagedPath = Path.Combine(folder, "damaged.tar.gz");
        bool IsRefused(byte[] damaged, string what)
        {
            File.WriteAllBytes(damagedPath, damaged);
            return Damage.IsRefused<FileFormatException>(() => CifarFile.ReadArchive(damagedPath), what);
        }
        foreach (byte[] damaged in Damage.Truncations(whole))
            Assert.That(IsRefused(damaged, $"cut to {damaged.Length}"), $"cut to {damaged.Length} of {whole.Length}");
        int number = 0;
        foreach (byte[] damaged in Damage.Mutants(whole, Damage.MutantCount))
            IsRefused(damaged, $"mutant {number++}");
    }

    private static byte[] Record10(byte value) => [value, .. Enumerable.Repeat(value, 3072)];

    private static byte[] Record100(byte coarse, byte fine) => [coarse, fine, .. new byte[3072]];

    private string TarGz(IEnumerable<(string Name, byte[] Content)> entries)
    {
        string path = Path.Combine(folder, $"{Guid.NewGuid():N}.tar.gz");
        using var file = File.Create(path);
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        foreach (var (name, content) in entries)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return path;
    }
}
