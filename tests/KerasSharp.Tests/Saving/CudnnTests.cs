using System.Globalization;
using KerasSharp.Layers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Weights of CuDNN's recurrent layers, which Keras had until 2.x: they load into LSTM and GRU as in Keras 2.</summary>
public sealed class CudnnTests
{
    private const string Write = """
        import tf_keras as k
        from tf_keras.src.layers.rnn.cudnn_lstm import CuDNNLSTM
        from tf_keras.src.layers.rnn.cudnn_gru import CuDNNGRU
        k.utils.set_random_seed(1)
        x = np.linspace(-1, 1, 24, dtype='float32').reshape(2, 4, 3)
        for name, old, new in (('lstm', CuDNNLSTM, k.layers.LSTM), ('gru', CuDNNGRU, k.layers.GRU)):
            written = k.Sequential([k.Input((4, 3)), old(5)])
            written.set_weights([np.random.normal(size=w.shape) for w in written.get_weights()])
            written.save_weights(f'{sys.argv[1]}/{name}.h5')
            read = k.Sequential([k.Input((4, 3)), new(5)])
            read.load_weights(f'{sys.argv[1]}/{name}.h5')
            print(*np.asarray(read(x)).ravel())
        """;

    [Test]
    public void LoadAsInKeras2()
    {
        using var folder = new TemporaryFolder();
        var printed = ReferencePython.Run(Write, folder.Path).Split('\n');
        Check(new LSTM(5), folder["lstm.h5"], printed[0]);
        Check(new GRU(5), folder["gru.h5"], printed[1]);
    }

    private static void Check(Layer layer, string path, string printed)
    {
        using var model = new Sequential { Keras.Input([4, 3]), layer };
        model.LoadWeights(path);
        float[] x = [.. Enumerable.Range(0, 24).Select(i => -1 + 2f * i / 23)];
        var expected = printed.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture));
        Assert.That(model.Predict(np.array(x).reshape(2, 4, 3)).ToArray<float>(), Is.EqualTo(expected).Within(1e-5));
    }
}
