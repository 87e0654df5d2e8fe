using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Agreement;

/// <summary>The LSTM of TensorFlow's own kernel, in float32, against the loop of operations that it stands for, which float64 takes.</summary>
internal sealed class BlockLstmTests
{
    private const int Features = 5;
    private const int Units = 3;
    private static readonly long[][] Shapes =
    [
        [7, 4, Features],
        [4, Units],
        [4, Units],
        [Features, 4 * Units],
        [Units, 4 * Units],
        [4 * Units],
    ];

    [OneTimeSetUp]
    public void RequireEngine() => TheEngine.RequireAsCurrent();

    [TestCase(false, true)]
    [TestCase(true, true)]
    [TestCase(false, false)]
    [TestCase(true, false)]
    public void AgreesWithTheLoopOfOperations(bool reverse, bool shapesAreKnown)
    {
        var block = Run(DType.Float32, reverse, shapesAreKnown);
        var loop = Run(DType.Float64, reverse, shapesAreKnown);
        for (int i = 0; i < loop.Length; i++)
            Assert.That(block[i].astype(np.float64).ToArray<double>(), Is.EqualTo(loop[i].ToArray<double>()).Within(2e-5), $"result {i}");
    }

    /// <summary>Outputs, cell states, gates, and the gradients of all six inputs for weights on outputs and cell states.</summary>
    private static NDArray[] Run(DType dtype, bool reverse, bool shapesAreKnown)
    {
        var inputs = Shapes.Select(shape => Op.Placeholder(dtype, shapesAreKnown ? Shape.Of(shape) : Unknown(shape))).ToArray();
        var (h, c, gates) = Op.Lstm(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5], reverse);
        var weighted = Op.Sum(h * Op.Sin(Op.Cast(Counted(h), dtype)), Op.Ints(0, 1, 2)) + Op.Sum(c * c, Op.Ints(0, 1, 2));
        var gradients = KerasSharp.Gradients.GradientBuilder.Gradients([weighted], inputs);
        using var function = Engine.Current.Compile(inputs, [h, c, gates, .. gradients!], []);
        return function.Run([.. Shapes.Select((shape, i) => Values(shape, i, dtype))]);
    }

    private static Shape Unknown(long[] shape) =>
        shape.Length == 3 ? Shape.Of(-1, -1, shape[2])
        : shape is [4, _] ? Shape.Of(-1, shape[1])
        : Shape.Of(shape);

    private static Tensor Counted(Tensor like) => Op.Cumsum(Op.OnesLike(like), Op.Int(0));

    private static NDArray Values(long[] shape, int seed, DType dtype) =>
        (np.random.RandomState(seed).randn(shape) * 0.5).astype(dtype.ClrType()!);
}
