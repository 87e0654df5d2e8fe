using System.IO.Hashing;
using KerasSharp.Formats.Hdf5;
using KerasSharp.Formats.Keras;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Hdf5;

/// <summary>Files that h5py makes for a test: large chunk indexes, and what is refused.</summary>
public sealed class Hdf5ReferenceTests
{
    private string path = "";

    [SetUp]
    public void MakePath() => path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.h5");

    [TearDown]
    public void DeleteFile() => File.Delete(path);

    [TestCase("earliest")]
    [TestCase("latest")]
    public void LargeChunkIndexesAreRead(string libver)
    {
        string output = ReferencePython.Run(
            """
            import h5py, zlib
            x = np.arange(60000, dtype="i4")
            grid = x.reshape(200, 300)
            with h5py.File(sys.argv[1], "w", libver=sys.argv[2]) as f:
                f.create_dataset("fixed", data=x, chunks=(7,))
                f.create_dataset("fixed_filtered", data=x, chunks=(9,), compression="gzip", shuffle=True)
                f.create_dataset("growing", data=x, chunks=(3,), maxshape=(None,))
                f.create_dataset("growing_filtered", data=x, chunks=(5,), maxshape=(None,), compression="lzf", fletcher32=True)
                f.create_dataset("second_grows", data=grid, chunks=(4, 5), maxshape=(250, None))
                f.create_dataset("both_grow", data=grid, chunks=(3, 4), maxshape=(None, None), compression="gzip")
                f.create_dataset("bounded", data=grid, chunks=(6, 7), maxshape=(333, 444))
                d = f.create_dataset("holes", (300, 300), "f8", chunks=(2, 3), maxshape=(None, 300), fillvalue=1.5)
                d[100:110, 5:50] = 2
                d = f.create_dataset("far", (100000,), "u2", chunks=(10,), maxshape=(None,))
                d[99990:] = 7
                d = f.create_dataset("shrunk", data=grid, chunks=(10, 10), maxshape=(None, None))
                d.resize((33, 44))
                d = f.create_dataset("early", (50, 50), "i8", chunks=(7, 7), fillvalue=3)
                for name, d in f.items():
                    print(name, f"{zlib.crc32(d[()].tobytes()):08x}")
            """,
            path,
            libver
        );
        using var file = Hdf5File.Open(path);
        using (Assert.EnterMultipleScope())
            foreach (string[] line in output.Trim().Split('\n').Select(line => line.Trim().Split(' ')))
                Assert.That(Crc32.HashToUInt32(file.Root.FindDataset(line[0])!.ReadBytes()).ToString("x8"), Is.EqualTo(line[1]), line[0]);
        Assert.That(file.Root.Names, Has.Count.EqualTo(11));
    }

    [TestCase("f['a/again'] = f['a']", "met twice")]
    [TestCase("f['a/self'] = f['/']", "met twice")]
    [TestCase("f['a/link'] = h5py.SoftLink('/a/vars')", "soft link")]
    [TestCase("f['a/link'] = h5py.ExternalLink('other.h5', '/')", "external link")]
    [TestCase(
        "l = h5py.VirtualLayout((4,), 'f4'); l[:] = h5py.VirtualSource('o.h5', 'x', (4,)); f.create_virtual_dataset('a/vars/1', l)",
        "virtual"
    )]
    [TestCase("f.create_dataset('a/vars/1', (1 << 20, 1 << 10), 'f4', chunks=(1 << 10, 1 << 10), compression='gzip')", "declared")]
    [TestCase("f.create_dataset('a/vars/1', (4,), 'f4', chunks=(2,), scaleoffset=2)[:] = 1", "filter")]
    [TestCase("f.create_dataset('a/vars/1', data=np.zeros(2, [('x', 'f4')]))", "numbers or text")]
    public void UnsafeFilesAreRefused(string statement, string expected)
    {
        ReferencePython.Run(
            $"""
            import h5py
            with h5py.File(sys.argv[1], "w") as f:
                f["a/vars/0"] = np.zeros(3, "f4")
                {statement}
            """,
            path
        );
        var error = Assert.Throws<FileFormatException>(() => Keras.BadFileTests.ReadAll(path))!;
        Assert.That(error.Message, Does.Contain(expected).And.Contain(path));
    }

    [Test]
    public void FilesOfKeras212AnswerToTodaysPaths()
    {
        ReferencePython.Run(
            """
            import h5py
            with h5py.File(sys.argv[1], "w") as f:
                f["_layer_checkpoint_dependencies/dense/vars/10"] = np.full(1, 10, "f4")
                f["_layer_checkpoint_dependencies/dense/vars/2"] = np.full(1, 2, "f4")
                f["_layer_checkpoint_dependencies/dense/vars/extra"] = np.full(1, 3, "f4")
            """,
            path
        );
        using var file = KerasFile.Open(path);
        var dense = file.Tree!.Find("layers/dense")!;
        Assert.That(dense.Variables.Select(variable => variable.Name), Is.EqualTo(new[] { "2", "10", "extra" }));
        Assert.That((float)dense.Find("10")!.Read()[0], Is.EqualTo(10));
    }

    [Test]
    public void PathsAreNamedAsKerasDoes()
    {
        string[] classes =
        [
            "Dense",
            "Conv2D",
            "Dense",
            "BatchNormalization",
            "LSTM",
            "GRUCell",
            "Conv2DTranspose",
            "MyLayer2D",
            "dense",
            "RNN",
            "StackedRNNCells",
            "My-Odd Layer",
            "_Private",
            "ABTest",
            "container",
            "Größe",
        ];
        string output = ReferencePython.Run(
            """
            import os
            os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
            from keras.src.saving.saving_lib import _get_unique_name
            from keras.src.utils import naming
            used = {}
            print("\n".join(_get_unique_name(naming.to_snake_case(name), used) for name in sys.argv[1:]))
            """,
            classes
        );
        var paths = new ObjectPaths();
        Assert.That(classes.Select(paths.Next), Is.EqualTo(output.Trim().Split('\n')));
    }
}
