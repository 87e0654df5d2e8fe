using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Trained models as frozen graphs, which TensorFlow for Python loads and runs with equal results.</summary>
internal sealed class RealTensorFlowTests
{
    /// <summary>Runs all graphs of a folder; each argument is a graph's file, its input and its output.</summary>
    private const string RunGraphs = """
        import os
        import tensorflow as tf
        from google.protobuf import text_format
        folder, *cases = sys.argv[1:]
        for file, input, output in zip(cases[::3], cases[1::3], cases[2::3]):
            path = os.path.join(folder, file)
            definition = tf.compat.v1.GraphDef()
            with open(path, 'rb') as stream:
                data = stream.read()
            text_format.Parse(data, definition) if path.endswith('.pbtxt') else definition.ParseFromString(data)
            with tf.Graph().as_default() as graph:
                tf.compat.v1.import_graph_def(definition, name='')
                with tf.compat.v1.Session(graph=graph) as session:
                    y = session.run(output + ':0', {input + ':0': np.load(path + '.x.npy')})
                    np.save(path + '.y.npy', y)
        """;

    private const double Tolerance = 1e-5;

    private static readonly string[] Files = ["dense.pb", "conv.pb", "lstm.pb", "cells.pb", "conv.pbtxt", "cells.pbtxt"];

    private readonly Dictionary<string, NDArray> predictions = [];
    private TemporaryFolder folder = null!;

    [OneTimeSetUp]
    public void ExportAndRun()
    {
        TheEngine.RequireAsCurrent();
        folder = new TemporaryFolder();
        var cases = new List<string>();
        foreach (var file in Files)
        {
            var model = Samples.Trained(Path.GetFileNameWithoutExtension(file), out var x);
            model.ExportGraph(folder[file]);
            np.save(folder[file + ".x.npy"], x);
            predictions[file] = model.PredictOnBatch(x)[0];
            cases.AddRange([file, model.InputNames[0], model.OutputNames[0]]);
        }
        ReferencePython.Run(RunGraphs, [folder.Path, .. cases]);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder?.Dispose();

    [TestCaseSource(nameof(Files))]
    public void ATrainedModel(string file) => Arrays.AssertClose((NDArray)np.load(folder[file + ".y.npy"]), predictions[file], Tolerance);
}
