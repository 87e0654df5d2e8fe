using KerasSharp.Layers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Models as SavedModels, which TensorFlow for Python, its sessions and Keras's TFSMLayer load and run.</summary>
internal sealed class RealSavedModelTests
{
    /// <summary>
    /// Runs each model of a folder in every way that Python has, and writes <c>KIND.WAY.npy</c>; checks what a loaded object has; and prints what a function
    /// of several inputs and a dictionary of outputs gives.
    /// </summary>
    private const string RunModels = """
        import keras
        import tensorflow as tf
        folder, *cases = sys.argv[1:]
        for kind, name in zip(cases[::2], cases[1::2]):
            path = f'{folder}/{kind}'
            x = np.load(path + '.x.npy')
            loaded = tf.saved_model.load(path)
            signature = loaded.signatures['serving_default']
            assert list(signature.structured_input_signature[1]) == [name], signature.structured_input_signature
            layer = keras.layers.TFSMLayer(path, call_endpoint='serve')
            with tf.Graph().as_default(), tf.compat.v1.Session() as session:
                graph = tf.compat.v1.saved_model.load(session, ['serve'], path)
                ends = graph.signature_def['serve']
                ran = session.run(ends.outputs['output_0'].name, {ends.inputs[name].name: x})
                session.run(graph.saver_def.save_tensor_name, {graph.saver_def.filename_tensor_name: path + '.again'})
            count = len(loaded.variables)
            assert count == len(loaded.trainable_variables) + len(loaded.non_trainable_variables) == len(layer.weights)
            assert len(tf.train.list_variables(path + '.again')) == count
            tf.saved_model.save(loaded, path + '.saved')
            again = tf.saved_model.load(path + '.saved')
            ways = {
                'attribute': loaded.serve(x),
                'signature': signature(**{name: tf.constant(x)})['output_0'],
                'layer': layer(x),
                'session': ran,
                'saved_again': again.serve(x),
            }
            for way, y in ways.items():
                np.save(f'{path}.{way}.npy', y)
        loaded = tf.saved_model.load(folder + '/branches')
        one, two = np.float32([[1, 2]]), np.float32([[5, 7]])
        for outputs in [loaded.serve([one, two]), loaded.signatures['serving_default'](b=tf.constant(one), a=tf.constant(two))]:
            print(sorted((key, value.numpy().tolist()) for key, value in outputs.items()))
        """;

    private const double Tolerance = 1e-5;

    private static readonly string[] Kinds = ["dense", "conv", "lstm", "cells"];
    private static readonly string[] Ways = ["attribute", "signature", "layer", "session", "saved_again"];

    private readonly Dictionary<string, NDArray> predictions = [];
    private TemporaryFolder folder = null!;
    private string printed = "";

    [OneTimeSetUp]
    public void ExportAndRun()
    {
        TheEngine.RequireAsCurrent();
        folder = new TemporaryFolder();
        var cases = new List<string>();
        foreach (var kind in Kinds)
        {
            var model = Samples.Trained(kind, out var x);
            model.Export(folder[kind], verbose: false);
            np.save(folder[$"{kind}.x.npy"], x);
            predictions[kind] = model.PredictOnBatch(x)[0];
            cases.AddRange([kind, model.InputNames[0]]);
        }
        var (b, a) = (Keras.Input([2], name: "b"), Keras.Input([2], name: "a"));
        var branches = new Model([b, a], new Dictionary<string, Tensor> { ["z"] = new Subtract().Apply([b, a]), ["first"] = a });
        branches.Export(folder["branches"], verbose: false);
        printed = ReferencePython.Run(RunModels, [folder.Path, .. cases]);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder?.Dispose();

    [Test]
    public void ATrainedModel([ValueSource(nameof(Kinds))] string kind, [ValueSource(nameof(Ways))] string way) =>
        Arrays.AssertClose(predictions[kind], (NDArray)np.load(folder[$"{kind}.{way}.npy"]), Tolerance);

    [Test]
    public void SeveralInputsAndADictionaryOfOutputs()
    {
        const string expected = "[('first', [[5.0, 7.0]]), ('z', [[-4.0, -5.0]])]";
        Assert.That(printed.Trim().Split('\n'), Is.EqualTo([expected, expected]));
    }
}
