using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Checkpoints;

/// <summary>Real TensorFlow reads what we write, by name and by object.</summary>
public sealed class CheckpointWritingTests
{
    private const string Script = """
        import os
        os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
        import tensorflow as tf
        folder = sys.argv[1]
        assert tf.train.latest_checkpoint(folder) == folder + '/names', tf.train.latest_checkpoint(folder)
        reader = tf.train.load_checkpoint(folder + '/names')
        expected = {
            'w': np.arange(12, dtype=np.float32).reshape(3, 4), 'step': np.int64(7), 'flags': np.array([True, False]),
            'half': np.array([1.5, -2], np.float16), 'bytes': np.array([[1], [255]], np.uint8), 'none': np.zeros([0, 3], np.float32),
            'bf': np.array([1, 2], tf.bfloat16.as_numpy_dtype), 'complex': np.array([1 + 2j], np.complex128),
            'part': np.arange(12, dtype=np.float32).reshape(3, 4), 'text': np.array([b'a', b'', b'\xff' * 300], object)}
        assert sorted(reader.get_variable_to_shape_map()) == sorted(expected), reader.get_variable_to_shape_map()
        for name, value in expected.items():
            found = reader.get_tensor(name)
            assert found.shape == np.shape(value) and np.array_equal(found, value), (name, found)
            if name != 'text': assert found.dtype == value.dtype, (name, found.dtype)
        with tf.Graph().as_default(), tf.compat.v1.Session() as session:
            w = tf.compat.v1.get_variable('w', [3, 4]); step = tf.compat.v1.get_variable('step', [], tf.int64)
            with tf.compat.v1.variable_scope('', partitioner=tf.compat.v1.fixed_size_partitioner(3)):
                part = tf.compat.v1.get_variable('part', [3, 4])
            tf.compat.v1.train.Saver().restore(session, folder + '/names')
            assert np.array_equal(session.run(w), expected['w']) and session.run(step) == 7
            assert np.array_equal(session.run(tf.convert_to_tensor(part)), expected['part'])

        class Net(tf.Module): pass
        net = Net(); net.kernel = tf.Variable(np.zeros([3, 4], np.float32)); net.parts = [tf.Variable(0.0), net.kernel]
        net.table = {'a/b.c': tf.Variable(tf.zeros([2], tf.bfloat16))}
        step = tf.Variable(0, dtype=tf.int64)
        tf.train.Checkpoint(net=net, step=step).restore(folder + '/objects').assert_consumed()
        assert np.array_equal(net.kernel, expected['w']) and net.parts[0].numpy() == 2.5 and step.numpy() == 7
        assert net.table['a/b.c'].numpy().tolist() == [1, 2]

        from tensorflow.python.checkpoint import checkpoint as util
        names = {name for name, _ in tf.train.list_variables(folder + '/slots')}
        assert 'net/kernel/.OPTIMIZER_SLOT/optimizer/m/.ATTRIBUTES/VARIABLE_VALUE' in names, names
        print('fine')
        """;

    private static readonly float[] Numbers = [.. Enumerable.Range(0, 12).Select(i => (float)i)];

    [Test]
    public void TensorFlowReadsIt()
    {
        using var folder = new TemporaryFolder();
        WriteNames(folder);
        WriteObjects(folder);
        Assert.That(ReferencePython.Run(Script, folder.Path), Does.Contain("fine"));
    }

    [Test]
    public void PartsAreReadAsAWhole()
    {
        using var folder = new TemporaryFolder();
        WriteNames(folder);
        var checkpoint = Checkpoint.Open(folder["names"]);
        Assert.That(checkpoint.ReadArray("part").ToArray<float>(), Is.EqualTo(Numbers));
        Assert.That(checkpoint.Tensors.Single(tensor => tensor.Key == "part").PartCount, Is.EqualTo(3));
    }

    [Test]
    public void PartsMustFit()
    {
        using var folder = new TemporaryFolder();
        using var writer = new CheckpointWriter(folder["parts"]);
        writer.AddPart("x", [2, 2], [0, 0], np.zeros(new NumSharp.Shape(1, 2), np.float32));
        Assert.That(() => writer.AddPart("x", [2, 2], [2, 0], np.zeros(new NumSharp.Shape(1, 2), np.float32)), Throws.ArgumentException);
        Assert.That(() => writer.AddPart("x", [2, 3], [1, 0], np.zeros(new NumSharp.Shape(1, 2), np.float32)), Throws.ArgumentException);
        Assert.That(() => writer.AddPart("x", [2, 2], [1, 0], np.zeros(new NumSharp.Shape(1, 2), np.float64)), Throws.ArgumentException);
        writer.Finish();
        Assert.That(
            () => Checkpoint.Open(folder["parts"]).ReadArray("x"),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("its parts have 8")
        );
    }

    [Test]
    public void ASlotNeedsItsVariable()
    {
        using var folder = new TemporaryFolder();
        var optimizer = new CheckpointNode();
        optimizer.AddSlot(new CheckpointNode(np.zeros(new NumSharp.Shape(1))), "m", new CheckpointNode(np.zeros(new NumSharp.Shape(1))));
        Assert.That(
            () => new CheckpointNode { ["optimizer"] = optimizer }.Save(folder["c"]),
            Throws.ArgumentException.With.Message.Contains("slot")
        );
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    private static void WriteNames(TemporaryFolder folder)
    {
        using var writer = new CheckpointWriter(folder["names"]);
        // A view whose memory is in another order.
        writer.Add("w", np.ascontiguousarray(Kernel().T).T);
        writer.Add("step", TensorValue.From<long>(Shape.Scalar, [7]));
        writer.Add("flags", np.array(new[] { true, false }));
        writer.Add("half", TensorValue.From<Half>([2], [(Half)1.5, (Half)(-2)]));
        writer.Add("bytes", TensorValue.From<byte>([2, 1], [1, 255]));
        writer.Add("none", np.zeros(new NumSharp.Shape(0, 3), np.float32));
        writer.Add("bf", BFloats());
        writer.Add("complex", TensorValue.From<System.Numerics.Complex>([1], [new System.Numerics.Complex(1, 2)]));
        writer.Add(
            "text",
            TensorValue.FromStrings(
                [3],
                [
                    [(byte)'a'],
                    [],
                    Enumerable.Repeat((byte)255, 300).ToArray(),
                ]
            )
        );
        for (int row = 0; row < 3; row++)
            writer.AddPart("part", [3, 4], [row, 0], Kernel()[$"{row}:{row + 1}"]);
        writer.Finish();
        new CheckpointState(folder.Path, "names", ["names"]).Write();
    }

    private static void WriteObjects(TemporaryFolder folder)
    {
        var kernel = new CheckpointNode(Kernel());
        var net = new CheckpointNode
        {
            ["kernel"] = kernel,
            ["parts"] = new CheckpointNode { ["0"] = new CheckpointNode(TensorValue.From<float>(Shape.Scalar, [2.5f])), ["1"] = kernel },
            ["table"] = new CheckpointNode { ["a/b.c"] = new CheckpointNode(BFloats()) },
        };
        var step = new CheckpointNode(TensorValue.From<long>(Shape.Scalar, [7]));
        new CheckpointNode { ["net"] = net, ["step"] = step }.Save(folder["objects"]);
        var optimizer = new CheckpointNode();
        optimizer.AddSlot(kernel, "m", new CheckpointNode(Kernel()));
        new CheckpointNode { ["net"] = net, ["optimizer"] = optimizer }.Save(folder["slots"]);
        var slot = Checkpoint.Open(folder["slots"]).Root!.Find("optimizer")!.Slots.Single();
        Assert.That((slot.Name, slot.Variable.Key), Is.EqualTo(("m", "net/kernel/.ATTRIBUTES/VARIABLE_VALUE")));
    }

    private static NDArray Kernel() => np.array(Numbers).reshape(3, 4);

    private static TensorValue BFloats() => TensorValue.FromBytes(DType.BFloat16, [2], [0x80, 0x3f, 0x00, 0x40]);
}
