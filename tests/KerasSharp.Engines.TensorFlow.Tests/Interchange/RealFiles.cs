using KerasSharp.Testing;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Files that TensorFlow for Python wrote, with what it computes of them: made once for all tests of a class.</summary>
internal static class RealFiles
{
    /// <summary>
    /// Writes into a folder a SavedModel <c>module</c> with three signatures, a Keras model's <c>keras</c>, and the latter frozen as
    /// <c>frozen.pb</c> and <c>frozen.pbtxt</c>; arrays beside them.
    /// </summary>
    private const string Script = """
        import os
        import tensorflow as tf
        from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2
        folder = sys.argv[1]
        path = lambda name: os.path.join(folder, name)
        tf.random.set_seed(1)

        class Module(tf.Module):
            def __init__(self):
                self.w = tf.Variable(tf.random.normal([3, 2]), name='w')
                keys, values = tf.constant(['one', 'two']), tf.constant([1, 2], tf.int64)
                self.table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, values), -1)

            @tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32, 'x'), tf.TensorSpec([], tf.float64, 'shift')])
            def compute(self, x, shift):
                y = tf.matmul(x, self.w)
                return {'y': y, 'total': tf.reduce_sum(tf.cast(y, tf.float64)) + shift}

            @tf.function(input_signature=[tf.TensorSpec([None, None], tf.string, 'texts')])
            def words(self, texts):
                return {'upper': tf.strings.upper(texts), 'twice': texts + texts, 'length': tf.strings.length(texts)}

            @tf.function(input_signature=[tf.TensorSpec([], tf.string, 'word')])
            def lookup(self, word):
                return {'number': self.table.lookup(word), 'halves': tf.strings.split(word, ' ')}

        module = Module()
        signatures = {'serving_default': module.compute, 'words': module.words, 'lookup': module.lookup}
        tf.saved_model.save(module, path('module'), signatures=signatures)
        x = np.random.default_rng(1).normal(size=[4, 3]).astype('float32')
        np.save(path('x.npy'), x)
        computed = module.compute(x, 0.5)
        np.save(path('y.npy'), computed['y'])
        np.save(path('total.npy'), computed['total'])

        import keras
        keras.utils.set_random_seed(2)
        model = keras.Sequential([keras.Input([6, 6, 2], name='images'), keras.layers.Conv2D(3, 3, activation='relu'),
                                  keras.layers.BatchNormalization(), keras.layers.Reshape([16, 3]), keras.layers.LSTM(4)])
        images = np.random.default_rng(2).normal(size=[3, 6, 6, 2]).astype('float32')
        np.save(path('images.npy'), images)
        np.save(path('prediction.npy'), model(images))
        model.export(path('keras'), verbose=False)
        function = tf.function(lambda images: model(images)).get_concrete_function(tf.TensorSpec([None, 6, 6, 2], tf.float32))
        frozen = convert_variables_to_constants_v2(function, lower_control_flow=False)
        tf.io.write_graph(frozen.graph, folder, 'frozen.pb', as_text=False)
        tf.io.write_graph(frozen.graph, folder, 'frozen.pbtxt', as_text=True)
        """;

    /// <summary>Writes the files. Skips the test where TensorFlow's library or that for Python is missing.</summary>
    public static TemporaryFolder Write()
    {
        TheEngine.Require();
        var folder = new TemporaryFolder();
        try
        {
            ReferencePython.Run(Script, folder.Path);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
