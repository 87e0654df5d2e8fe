using KerasSharp.Layers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Models as SavedModels, which TensorFlow for Python, its sessions and Keras's TFSMLayer load and run with equal results.</summary>
internal sealed class RealSavedModelTests
{
    /// <summary>Runs a folder's model in each way that Python has; the results must be equal to each other and to what is in the file y.npy.</summary>
    private const string RunModel = """
        import keras
        import tensorflow as tf
        folder, name = sys.argv[1:]
        x, expected = np.load(folder + '/x.npy'), np.load(folder + '/y.npy')
        loaded = tf.saved_model.load(folder + '/model')
        signature = loaded.signatures['serving_default']
        assert list(signature.structured_input_signature[1]) == [name], signature.structured_input_signature
        layer = keras.layers.TFSMLayer(folder + '/model', call_endpoint='serve')
        with tf.Graph().as_default(), tf.compat.v1.Session() as session:
            graph = tf.compat.v1.saved_model.load(session, ['serve'], folder + '/model')
            ends = graph.signature_def['serve']
            ran = session.run(ends.outputs['output_0'].name, {ends.inputs[name].name: x})
            tf.compat.v1.saved_model.loader.load(session, ['serve'], folder + '/model')
            session.run(graph.saver_def.save_tensor_name, {graph.saver_def.filename_tensor_name: folder + '/again'})
        for y in [loaded.serve(x), signature(**{name: tf.constant(x)})['output_0'], layer(x), ran]:
            np.testing.assert_allclose(y, expected, atol=1e-5)
        assert loaded.serve(x).shape == expected.shape
        count = len(loaded.variables)
        assert count == len(loaded.trainable_variables) + len(loaded.non_trainable_variables) == len(layer.weights)
        assert len(tf.train.list_variables(folder + '/again')) == count
        tf.saved_model.save(loaded, folder + '/saved_again')
        again = tf.saved_model.load(folder + '/saved_again')
        np.testing.assert_allclose(again.serve(x), expected, atol=1e-5)
        """;

    /// <summary>What TensorFlow says of a function that has several inputs and a dictionary of outputs.</summary>
    private const string RunBranches = """
        import tensorflow as tf
        loaded = tf.saved_model.load(sys.argv[1])
        one, two = np.float32([[1, 2]]), np.float32([[5, 7]])
        outputs = loaded.serve([one, two])
        print(sorted((key, value.numpy().tolist()) for key, value in outputs.items()))
        outputs = loaded.signatures['serving_default'](b=tf.constant(one), a=tf.constant(two))
        print(sorted((key, value.numpy().tolist()) for key, value in outputs.items()))
        """;

    [TestCase("dense")]
    [TestCase("conv")]
    [TestCase("lstm")]
    [TestCase("cells")]
    public void ATrainedModel(string kind)
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        var model = Samples.Trained(kind, out var x);
        model.Export(folder["model"], verbose: false);
        np.save(folder["x.npy"], x);
        np.save(folder["y.npy"], model.PredictOnBatch(x)[0]);
        ReferencePython.Run(RunModel, folder.Path, model.InputNames[0]);
    }

    [Test]
    public void SeveralInputsAndADictionaryOfOutputs()
    {
        TheEngine.RequireAsCurrent();
        using var folder = new TemporaryFolder();
        var (b, a) = (Keras.Input([2], name: "b"), Keras.Input([2], name: "a"));
        var model = new Model([b, a], new Dictionary<string, Tensor> { ["z"] = new Subtract().Apply([b, a]), ["first"] = a });
        model.Export(folder["model"], verbose: false);
        Assert.That(
            ReferencePython.Run(RunBranches, folder["model"]).Trim().Split('\n'),
            Is.EqualTo(["[('first', [[5.0, 7.0]]), ('z', [[-4.0, -5.0]])]", "[('first', [[5.0, 7.0]]), ('z', [[-4.0, -5.0]])]"])
        );
    }
}
