using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Models and functions as frozen graphs, which this library loads again: names, values, and what cannot be exported.</summary>
internal sealed class ExportTests
{
    private const double Tolerance = 1e-5;

    [TestCase("dense", ".pb")]
    [TestCase("conv", ".pbtxt")]
    [TestCase("lstm", ".pbtxt")]
    [TestCase("cells", ".pb")]
    public void ThisLibraryRunsATrainedModel(string kind, string extension)
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        var model = Samples.Trained(kind, out var x);
        model.ExportGraph(folder["model" + extension]);
        using var graph = FrozenGraph.Load(folder["model" + extension]);
        Assert.Multiple(() =>
        {
            Assert.That(graph.Inputs.Select(input => input.Name), Is.EqualTo(model.InputNames));
            Assert.That(graph.Outputs.Select(output => output.Name), Is.EqualTo(model.OutputNames));
            Arrays.AssertClose(model.PredictOnBatch(x)[0], graph.Run(x)[model.OutputNames[0]], Tolerance);
            Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1), "files left beside the graph");
        });
    }

    [Test]
    public void AFunctionIsExportedWithThePresentValues()
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        var x = Keras.Input([2], name: "x");
        var scale = new Variable("scale", Ops.Op.Constant(2, DType.Float32));
        using var function = K.Function([x], [x * scale, x + 1]);
        scale.SetValue(NDArray.Scalar(3f));
        function.ExportGraph(folder["f.pb"]);
        scale.SetValue(NDArray.Scalar(5f));
        using var graph = FrozenGraph.Load(folder["f.pb"]);
        var results = graph.Run(
            (
                "x",
                new float[,]
                {
                    { 1, 2 },
                }
            )
        );
        Assert.That(results.Names, Is.EqualTo(["output_0", "output_1"]));
        Assert.That(results[0].ToArray<float>(), Is.EqualTo([3f, 6f]));
        Assert.That(results["output_1"].ToArray<float>(), Is.EqualTo([2f, 3f]));
    }

    [Test]
    public void AFunctionThatChangesVariablesCannotBeFrozen()
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        var count = new Variable("count", Ops.Op.Constant(0, DType.Float32));
        using var function = K.Function([], [count.Read()], [(count, count.Read() + 1)]);
        Assert.That(() => function.ExportGraph(folder["f.pb"]), Throws.TypeOf<NotSupportedException>().With.Message.Contains("'count'"));
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    [Test]
    public void NamesThatAreTakenGetANumber()
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        var (x, y) = (Keras.Input([2], name: "x"), Keras.Input([2], name: "y"));
        var sum = new Layers.Add(name: "sum").Apply([x, y]);
        new Model([x, y], [sum, x, sum]).ExportGraph(folder["model.pb"]);
        using var graph = FrozenGraph.Load(folder["model.pb"]);
        var results = graph.Run(
            (
                "x",
                new float[,]
                {
                    { 1, 2 },
                }
            ),
            (
                "y",
                new float[,]
                {
                    { 3, 4 },
                }
            )
        );
        Assert.That(results.Names, Is.EqualTo(["sum", "x_1", "sum_1"]));
        Assert.That(results["sum_1"].ToArray<float>(), Is.EqualTo([4f, 6f]));
        Assert.That(results["x_1"].ToArray<float>(), Is.EqualTo([1f, 2f]));
    }

    [Test]
    public void AnotherFileIsReplacedAndTypesAreKept()
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["f.pb"], "old");
        var x = Keras.Input([2], dtype: DType.Int32, name: "x");
        using var function = K.Function([x], [Ops.Op.Cast(x, DType.BFloat16), x]);
        function.ExportGraph(folder["f.pb"]);
        using var graph = FrozenGraph.Load(folder["f.pb"]);
        Assert.That(graph.Outputs.Select(output => output.DType), Is.EqualTo([DType.BFloat16, DType.Int32]));
        Assert.That(
            graph
                .Run(
                    (
                        "x",
                        new[,]
                        {
                            { 1, -2 },
                        }
                    )
                )[0]
                .ToArray<float>(),
            Is.EqualTo([1f, -2f])
        );
    }

    [Test]
    public void AModelThatKeepsStateCannotBeFrozen()
    {
        TheEngine.RequireAsCurrent();
        var input = Keras.Input([3, 2], batchSize: 2);
        var model = new Model(input, new Layers.LSTM(2, stateful: true).Apply(input));
        Assert.That(
            () => model.ExportGraph("model.pb"),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains($"'{model.Name}'").And.Message.Contains("at each run")
        );
    }

    [Test]
    public void AModelWithoutInputsCannotBeExported()
    {
        TheEngine.RequireAsCurrent();
        Assert.That(
            () => new Sequential([new Layers.Dense(2)]).ExportGraph("model.pb"),
            Throws.InvalidOperationException.With.Message.Contains("never been called")
        );
    }

    [Test]
    public void AFolderThatIsNotThere()
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        var model = Samples.Trained("dense", out _);
        Assert.That(
            () => model.ExportGraph(folder[Path.Combine("none", "model.pb")]),
            Throws.TypeOf<DirectoryNotFoundException>().With.Message.Contains("none")
        );
    }

    [Test]
    public void AnExtensionMustSayTheFormat()
    {
        TheEngine.RequireAsCurrent();
        var model = Samples.Trained("dense", out _);
        Assert.That(() => model.ExportGraph("model.h5"), Throws.ArgumentException.With.Message.Contains(".pbtxt"));
    }
}
