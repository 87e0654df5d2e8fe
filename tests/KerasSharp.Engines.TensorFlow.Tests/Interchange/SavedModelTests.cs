using System.Text;
using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>SavedModels and frozen graphs that TensorFlow for Python and Keras wrote: listed, and run with equal results.</summary>
internal sealed class SavedModelTests
{
    private const double Tolerance = 1e-5;

    private TemporaryFolder files = null!;

    [OneTimeSetUp]
    public void WriteFiles() => files = RealFiles.Write();

    [OneTimeTearDown]
    public void RemoveFiles() => files?.Dispose();

    [Test]
    public void SignaturesAreListed()
    {
        using var model = SavedModel.Load(files["module"]);
        Assert.That(model.Signatures.Keys, Is.EqualTo(["lookup", "serving_default", "words"]));
        var signature = model["serving_default"];
        Assert.Multiple(() =>
        {
            Assert.That(signature.MethodName, Is.EqualTo("tensorflow/serving/predict"));
            Assert.That(
                signature.Inputs,
                Is.EqualTo([new TensorSpec("shift", DType.Float64, Shape.Scalar), new TensorSpec("x", DType.Float32, Shape.Of(-1, 3))])
            );
            Assert.That(
                signature.Outputs,
                Is.EqualTo([new TensorSpec("total", DType.Float64, Shape.Scalar), new TensorSpec("y", DType.Float32, Shape.Of(-1, 2))])
            );
        });
    }

    [Test]
    public void ASignatureIsRun()
    {
        using var model = SavedModel.Load(files["module"]);
        var results = model["serving_default"].Run(("x", Array("x")), ("shift", 0.5));
        Arrays.AssertClose(Array("y"), results["y"], Tolerance);
        Assert.That((double)results["total"], Is.EqualTo((double)Array("total")).Within(Tolerance));
    }

    [Test]
    public void StringsGoInAndOut()
    {
        using var model = SavedModel.Load(files["module"]);
        var longText = new string('z', 100);
        var results = model["words"]
            .Run(
                (
                    "texts",
                    new[,]
                    {
                        { "abc", "" },
                        { "é", longText },
                    }
                )
            );
        Assert.Multiple(() =>
        {
            Assert.That(results.Strings("upper"), Is.EqualTo(["ABC", "", "é", longText.ToUpperInvariant()]));
            Assert.That(results.Strings("twice"), Is.EqualTo(["abcabc", "", "éé", longText + longText]));
            Assert.That(results["length"].ToArray<int>(), Is.EqualTo([3, 0, 2, 100]));
            Assert.That(results.ShapeOf("upper"), Is.EqualTo(Shape.Of(2, 2)));
            Assert.That(() => results["upper"], Throws.InvalidOperationException.With.Message.Contains("Strings"));
            Assert.That(() => results.Strings("length"), Throws.InvalidOperationException.With.Message.Contains("'length'"));
        });
    }

    [Test]
    public void BytesGoInAndOut()
    {
        using var model = SavedModel.Load(files["module"]);
        byte[] notUtf8 = [0xff, 0, 0x80];
        var value = TensorValue.FromStrings(Shape.Of(1, 2), [notUtf8, []]);
        var results = model["words"].Run(("texts", value));
        Assert.That(
            results.Bytes("twice"),
            Is.EqualTo(
                (byte[][])
                    [
                        [.. notUtf8, .. notUtf8],
                        [],
                    ]
            )
        );
    }

    [TestCase("two", 2)]
    [TestCase("three", -1)]
    public void TablesAreThere(string word, long expected)
    {
        using var model = SavedModel.Load(files["module"]);
        Assert.That((long)model["lookup"].Run(("word", word))["number"], Is.EqualTo(expected));
        Assert.That((long)model["lookup"].Run(("word", Encoding.UTF8.GetBytes(word)))["number"], Is.EqualTo(expected));
        Assert.That(model["lookup"].Run(("word", "two one")).Strings("halves"), Is.EqualTo(["two", "one"]));
    }

    [Test]
    public void ValuesThatDoNotFitAreRefused()
    {
        using var model = SavedModel.Load(files["module"]);
        Assert.Multiple(() =>
        {
            Assert.That(
                () => model["serving_default"].Run(("x", new float[2, 2]), ("shift", 0)),
                Throws.ArgumentException.With.Message.Contains("'x' takes shape (None, 3)").And.Message.Contains("(2, 2)")
            );
            Assert.That(() => model["words"].Run(("texts", 3)), Throws.ArgumentException.With.Message.Contains("takes strings"));
            Assert.That(() => model["words"].Run(("texts", new string[1, 1])), Throws.ArgumentException.With.Message.Contains("null"));
            Assert.That(
                () => model["words"].Run(("texts", TensorValue.Scalar(1, DType.Float32))),
                Throws.ArgumentException.With.Message.Contains("takes string")
            );
        });
    }

    [Test]
    public void ASignatureThatIsNotThere()
    {
        using var model = SavedModel.Load(files["module"]);
        Assert.That(() => model["predict"], Throws.ArgumentException.With.Message.Contains("'lookup', 'serving_default', 'words'"));
    }

    [Test]
    public void TagsThatAreNotThere() =>
        Assert.That(
            () => SavedModel.Load(files["module"], ["serve", "gpu"]),
            Throws.ArgumentException.With.Message.Contains("{'serve', 'gpu'}").And.Message.Contains("It has: {'serve'}")
        );

    [Test]
    public void AKerasModelIsRunFromManyThreads()
    {
        using var model = SavedModel.Load(files["keras"]);
        var signature = model["serving_default"];
        var name = signature.Inputs[0].Name;
        Parallel.For(0, 20, _ => Arrays.AssertClose(Array("prediction"), signature.Run((name, Array("images")))[0], Tolerance));
    }

    [TestCase("frozen.pb")]
    [TestCase("frozen.pbtxt")]
    public void AFrozenGraphIsRun(string file)
    {
        using var graph = FrozenGraph.Load(files[file], outputs: ["Identity"]);
        Assert.That(graph.Inputs, Has.Count.EqualTo(1));
        Arrays.AssertClose(Array("prediction"), graph.Run(Array("images"))[0], Tolerance);
    }

    [Test]
    public void AClosedModelSaysSo()
    {
        var model = SavedModel.Load(files["module"]);
        var signature = model["words"];
        model.Dispose();
        Assert.That(
            () =>
                signature.Run(
                    (
                        "texts",
                        new[,]
                        {
                            { "a" },
                        }
                    )
                ),
            Throws.TypeOf<ObjectDisposedException>()
        );
    }

    [TestCase("saved_model.pb", 0.5)]
    [TestCase("saved_model.pb", 0.0)]
    [TestCase("variables/variables.index", 0.5)]
    [TestCase("variables/variables.data-00000-of-00001", 0.5)]
    public void ADamagedFolder(string file, double kept)
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.GetFiles(files["module"], "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.GetRelativePath(files["module"], path)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        var bytes = File.ReadAllBytes(folder[file]);
        File.WriteAllBytes(folder[file], bytes[..(int)(bytes.Length * kept)]);
        Assert.That(() => SavedModel.Load(folder.Path), Throws.TypeOf<InvalidDataException>().With.Message.Contains(folder.Path));
    }

    private NDArray Array(string name) => (NDArray)np.load(files[name + ".npy"]);
}
