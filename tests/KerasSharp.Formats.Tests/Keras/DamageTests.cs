using KerasSharp.Formats.Hdf5;
using KerasSharp.Formats.Tests.Hdf5;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Damaged files: each reads or is refused in the promised way, soon, and without taking more memory than the file justifies.</summary>
public sealed class DamageTests
{
    private const int Seconds = 20;
    private const long MostAllocated = 512 << 20;

    private static IEnumerable<TestCaseData> Cases => Hdf5Cases.All;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kerassharp-damage-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCaseSource(nameof(Cases))]
    public void CutOffFilesAreRefused(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var whole = File.ReadAllBytes(MainFile(golden, files));
        int refused = Damage.Truncations(whole).Count(bytes => Try(bytes, $"{golden} cut at {bytes.Length}"));
        Assert.That(refused, Is.EqualTo(Damage.Truncations(whole).Count()));
    }

    [TestCase("hdf5")]
    [TestCase("keras-era")]
    [TestCase("keras2-h5", "keras3-h5", "keras2-weights-h5")]
    [TestCase("keras2-weights", "keras3-weights")]
    [TestCase("keras2-keras", "keras3-zip")]
    public void MutantsAreReadOrRefused(params string[] groups)
    {
        var files = GoldenFamily.CasesOf("files", groups).ToArray();
        int each = Math.Max(Damage.MutantCount / files.Length, 1);
        int refused = 0;
        foreach (var golden in files)
        {
            using var extracted = golden.ExtractFiles();
            var whole = File.ReadAllBytes(MainFile(golden, extracted));
            int number = 0;
            foreach (var mutant in Damage.Mutants(whole, each))
                refused += Try(mutant, $"{golden}, mutant {number++}") ? 1 : 0;
        }
        Assert.That(refused, Is.Positive);
    }

    [Test]
    public void MutantsOfEveryChunkIndexAreReadOrRefused()
    {
        string path = Path.Combine(folder, "indexes.h5");
        ReferencePython.Run(
            """
            import h5py
            grid = np.arange(2400, dtype="i4").reshape(40, 60)
            with h5py.File(sys.argv[1], "w", libver="latest") as f:
                f.create_dataset("fixed", data=grid, chunks=(1, 2))
                f.create_dataset("growing", data=grid.ravel(), chunks=(9,), maxshape=(None,), compression="gzip", shuffle=True, fletcher32=True)
                f.create_dataset("second_grows", data=grid, chunks=(4, 5), maxshape=(40, None), compression="lzf")
                f.create_dataset("both_grow", data=grid, chunks=(3, 4), maxshape=(None, None), compression="gzip")
                f.create_dataset("vars/texts", data=["one", "two"] * 20, dtype=h5py.string_dtype())
                for i in range(30):
                    f["vars"].attrs[f"a{i}"] = i
                    f[f"many/{i}"] = i
            """,
            path
        );
        var whole = File.ReadAllBytes(path);
        int number = 0;
        int refused = Damage.Mutants(whole, Damage.MutantCount).Count(mutant => Try(mutant, $"mutant {number++}"));
        Assert.That(refused, Is.Positive);
    }

    private static string MainFile(GoldenCase golden, GoldenFiles files)
    {
        string path = files[golden.Json.GetProperty("file").GetString()!];
        if (path.EndsWith(".json", StringComparison.Ordinal))
            return Directory.GetFiles(Path.GetDirectoryName(path)!, "*.h5").Order().First();
        return Directory.Exists(path) ? Path.Combine(path, "model.weights.h5") : path;
    }

    private bool Try(byte[] bytes, string what)
    {
        string path = Path.Combine(folder, "damaged");
        File.WriteAllBytes(path, bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        bool isRefused = Damage.IsRefused<FileFormatException>(() => ReadAll(path), what);
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(Seconds), what);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostAllocated), what);
        return isRefused;
    }

    private static void ReadAll(string path)
    {
        bool isHdf5;
        using (var source = new FileSource(path))
            isHdf5 = Superblock.Find(source) >= 0;
        if (isHdf5)
        {
            using var file = Hdf5File.Open(path);
            ReadAll(file.Root, 0);
        }
        BadFileTests.ReadAll(path);
    }

    private static void ReadAll(Hdf5Object item, int depth)
    {
        foreach (var attribute in item.Attributes.Values)
            if (attribute.DType == DType.String)
                attribute.ReadStrings();
            else if (attribute.DType is not null)
                attribute.Read();
        if (item is Hdf5Dataset dataset)
            ReadData(dataset);
        else if (item is Hdf5Group group && depth < 16)
            foreach (string name in group.Names)
                ReadAll(group[name], depth + 1);
    }

    private static void ReadData(Hdf5Dataset dataset)
    {
        if (dataset.DType == DType.String)
            dataset.ReadStrings();
        else if (dataset.DType is not null)
            dataset.Read();
        else
            dataset.ReadBytes();
    }
}
