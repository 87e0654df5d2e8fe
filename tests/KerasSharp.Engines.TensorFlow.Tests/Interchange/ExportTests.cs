using KerasSharp.Engines.TensorFlow.Interchange;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Models and functions as frozen graphs, which TensorFlow for Python and this library run with equal results.</summary>
internal sealed class ExportTests
{
    /// <summary>Runs a graph: path, result, then for each input a name and a file.</summary>
    private const string RunGraph = """
        path, name, result, *inputs = sys.argv[1:]
        definition = tf.compat.v1.GraphDef()
        with open(path, 'rb') as file:
            data = file.read()
        if path.endswith('.pbtxt'):
            from google.protobuf import text_format
            text_format.Parse(data, definition)
        else:
            definition.ParseFromString(data)
        with tf.Graph().as_default() as graph:
            tf.compat.v1.import_graph_def(definition, name='')
            with tf.compat.v1.Session(graph=graph) as session:
                feeds = {n + ':0': np.load(f) for n, f in zip(inputs[::2], inputs[1::2])}
                np.save(result, session.run(name + ':0', feeds))
        """;

    private const double Tolerance = 1e-5;

    [TestCase("dense", ".pb")]
    [TestCase("conv", ".pb")]
    [TestCase("lstm", ".pb")]
    [TestCase("cells", ".pb")]
    [TestCase("lstm", ".pbtxt")]
    public void RealTensorFlowRunsATrainedModel(string kind, string extension)
    {
        Needs.Engine();
        using var folder = new TemporaryFolder();
        var model = Samples.Trained(kind, out var x);
        model.ExportGraph(folder["model" + extension]);
        np.save(folder["x.npy"], x);
        RealTensorFlow.Run(
            RunGraph,
            folder["model" + extension],
            model.OutputNames[0],
            folder["y.npy"],
            model.InputNames[0],
            folder["x.npy"]
        );
        Arrays.AssertClose((NDArray)np.load(folder["y.npy"]), model.PredictOnBatch(x)[0], Tolerance);
    }

    [TestCase("dense", ".pb")]
    [TestCase("conv", ".pbtxt")]
    [TestCase("lstm", ".pbtxt")]
    [TestCase("cells", ".pb")]
    public void ThisLibraryRunsATrainedModel(string kind, string extension)
    {
        Needs.Engine();
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
        Needs.Engine();
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
        Needs.Engine();
        using var folder = new TemporaryFolder();
        var count = new Variable("count", Ops.Op.Constant(0, DType.Float32));
        using var function = K.Function([], [count.Read()], [(count, count.Read() + 1)]);
        Assert.That(() => function.ExportGraph(folder["f.pb"]), Throws.TypeOf<NotSupportedException>().With.Message.Contains("'count'"));
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    [Test]
    public void AnExtensionMustSayTheFormat()
    {
        Needs.Engine();
        var model = Samples.Trained("dense", out _);
        Assert.That(() => model.ExportGraph("model.h5"), Throws.ArgumentException.With.Message.Contains(".pbtxt"));
    }
}
