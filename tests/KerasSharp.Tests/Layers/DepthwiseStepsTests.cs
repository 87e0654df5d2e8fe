using KerasSharp.Layers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Layers;

/// <summary>Depthwise and separable convolutions with steps that TensorFlow's operation does not take, as real Keras computes them.</summary>
public sealed class DepthwiseStepsTests
{
    /// <summary>Makes each layer of a list, sets its weights to a ramp, applies it to an image or a sequence, and saves what comes.</summary>
    private const string Apply = """
        import keras
        folder, *cases = sys.argv[1:]
        for i, case in enumerate(cases):
            layer = eval('keras.layers.' + case)
            x = np.sin(np.arange(2 * 7 * 9 * 2, dtype='float32')).reshape((2, 7, 9, 2) if '2D' in case else (2, 63, 2))
            layer(x)
            layer.set_weights([np.cos(np.arange(w.size, dtype='float32')).reshape(w.shape) for w in layer.get_weights()])
            np.save(f'{folder}/{i}.npy', layer(x))
        """;

    private static readonly (string Python, Func<Layer> Make)[] Cases =
    [
        ("DepthwiseConv2D(3, 2, 'same', 2, dilation_rate=2)", () => new DepthwiseConv2D(3, 2, "same", 2, dilationRate: 2)),
        ("DepthwiseConv2D((3, 2), 2, dilation_rate=(3, 2))", () => new DepthwiseConv2D((3, 2), 2, dilationRate: (3, 2))),
        ("DepthwiseConv2D(3, (1, 2), 'same')", () => new DepthwiseConv2D(3, (1, 2), "same")),
        ("DepthwiseConv2D(3, (2, 1))", () => new DepthwiseConv2D(3, (2, 1))),
        ("DepthwiseConv1D(4, 3, 'same', 2, dilation_rate=2)", () => new DepthwiseConv1D(4, 3, "same", 2, dilationRate: 2)),
        ("SeparableConv2D(5, 3, 2, 'same', dilation_rate=2)", () => new SeparableConv2D(5, 3, 2, "same", dilationRate: 2)),
        ("SeparableConv1D(5, 3, 2, dilation_rate=4)", () => new SeparableConv1D(5, 3, 2, dilationRate: 4)),
    ];

    private TemporaryFolder folder = null!;

    private static IEnumerable<int> Numbers => Enumerable.Range(0, Cases.Length);

    [OneTimeSetUp]
    public void RunKeras()
    {
        folder = new TemporaryFolder();
        ReferencePython.Run(Apply, [folder.Path, .. Cases.Select(pair => pair.Python)]);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder?.Dispose();

    [TestCaseSource(nameof(Numbers))]
    public void AsKeras(int number)
    {
        var layer = Cases[number].Make();
        int[] shape = Cases[number].Python.Contains("2D") ? [2, 7, 9, 2] : [2, 63, 2];
        var input = Keras.Input([.. shape.Skip(1).Select(length => (long?)length)]);
        var model = new Model(input, layer.Apply(input));
        model.SetWeights([
            .. model.Weights.Select(weight => Wave(MathF.Cos, [.. weight.Shape.Dims.ToArray().Select(length => (int)length)])),
        ]);
        var expected = (NDArray)np.load(folder[$"{number}.npy"]);
        var actual = model.PredictOnBatch(Wave(MathF.Sin, shape))[0];
        Assert.That(actual.shape, Is.EqualTo(expected.shape));
        Assert.That(actual.ToArray<float>(), Is.EqualTo(expected.ToArray<float>()).Within(1e-5));
    }

    private static NDArray Wave(Func<float, float> wave, int[] shape)
    {
        int count = shape.Aggregate(1, (product, length) => product * length);
        return new NDArray(Enumerable.Range(0, count).Select(i => wave(i)).ToArray()).reshape(shape);
    }
}
