using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Tests.Agreement;

/// <summary>Random numbers are the same to the last bit on both engines.</summary>
public sealed class DrawTests
{
    private const int Philox = 1;

    private static readonly DType[] Floats = [DType.Float32, DType.Float64, DType.Float16, DType.BFloat16];

    [TestCaseSource(nameof(Floats))]
    public void Uniform(DType dtype) =>
        AssertEqual((shape, key, counter, algorithm) => Op.StatelessRandomUniformV2(shape, key, counter, algorithm, dtype));

    [TestCaseSource(nameof(Floats))]
    public void Normal(DType dtype) =>
        AssertEqual((shape, key, counter, algorithm) => Op.StatelessRandomNormalV2(shape, key, counter, algorithm, dtype));

    [TestCaseSource(nameof(Floats))]
    public void TruncatedNormal(DType dtype) =>
        AssertEqual((shape, key, counter, algorithm) => Op.StatelessTruncatedNormalV2(shape, key, counter, algorithm, dtype));

    [TestCase(DType.Int32)]
    [TestCase(DType.Int64)]
    [TestCase(DType.UInt32)]
    [TestCase(DType.UInt64)]
    public void IntegersOfTheWholeRange(DType dtype) =>
        AssertEqual((shape, key, counter, algorithm) => Op.StatelessRandomUniformFullIntV2(shape, key, counter, algorithm, dtype));

    [TestCase(DType.Int32)]
    [TestCase(DType.Int64)]
    public void IntegersOfARange(DType dtype)
    {
        var (low, high) = (Op.Constant(TensorValue.Scalar(-3, dtype)), Op.Constant(TensorValue.Scalar(1000, dtype)));
        AssertEqual((shape, key, counter, algorithm) => Op.StatelessRandomUniformIntV2(shape, key, counter, algorithm, low, high));
    }

    [Test]
    public void DrawsBySeed() =>
        BothEngines.AssertEqual(() =>
            [
                Op.StatelessRandomUniform(Op.Ints(1001), Op.Ints(7, 0)),
                Op.StatelessRandomNormal(Op.Ints(1001), Op.Ints(7, 1)),
                Op.StatelessTruncatedNormal(Op.Ints(1001), Op.Ints(7, 2)),
            ]
        );

    [TestCase(DType.Float32)]
    [TestCase(DType.Float64)]
    public void Categories(DType dtype)
    {
        var logits = Op.Constant(TensorValue.From<double>(Shape.Of(2, 4), [0.1, -2, 1.5, 0.3, 3, 2, 1, 0]));
        BothEngines.AssertEqual(() => [Op.StatelessMultinomial(Op.Cast(logits, dtype), Op.Int(1000), Op.Ints(3, 4))]);
    }

    [Test]
    public void Orders() =>
        BothEngines.AssertEqual(() =>
            [
                .. from size in (int[])[1, 2, 7, 1000]
                let keys = Op.StatelessRandomGetKeyCounter(Op.Ints(size, 5))
                let values = Op.Range(Op.Int(0), Op.Int(size), Op.Int(1))
                select Op.StatelessShuffle(values, keys.Key, keys.Counter, Op.Int(Philox)),
            ]
        );

    /// <summary>Several seeds, and sizes for one block, for parts of blocks and for many threads.</summary>
    private static void AssertEqual(Func<Tensor, Tensor, Tensor, Tensor, Tensor> draw) =>
        BothEngines.AssertEqual(() =>
            [
                .. from size in (long[])[1, 3, 4, 1001, 100_000]
                from seed in (long[])[0, 1337, -5]
                let keys = Op.StatelessRandomGetKeyCounter(Op.Ints(seed, 42))
                select draw(Op.Ints(size), keys.Key, keys.Counter, Op.Int(Philox)),
            ]
        );
}
