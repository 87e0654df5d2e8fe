using KerasSharp.Ops;

namespace KerasSharp;

/// <content>Tensors drawn from TensorFlow's stateless generators.</content>
public static partial class KerasRandom
{
    private const int AutoSelect = 3;

    /// <summary>Numbers of a normal distribution, a function of the seed.</summary>
    /// <param name="shape">The shape; every length known.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="stddev">The standard deviation, 0 or more.</param>
    /// <param name="seed">Fixes the numbers: the same seed gives the same.</param>
    /// <param name="dtype">A floating type; float32 by default.</param>
    public static Tensor Normal(Shape shape, double mean, double stddev, int seed, DType dtype = DType.Float32)
    {
        var (key, counter) = KeyCounter(seed);
        return Op.StatelessRandomNormalV2(Op.Ints(shape.Dims), key, counter, Op.Int(AutoSelect), dtype) * stddev + mean;
    }

    /// <summary>Numbers of a normal distribution without those beyond two standard deviations, a function of the seed.</summary>
    /// <param name="shape">The shape; every length known.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="stddev">The standard deviation, 0 or more.</param>
    /// <param name="seed">Fixes the numbers: the same seed gives the same.</param>
    /// <param name="dtype">A floating type; float32 by default.</param>
    public static Tensor TruncatedNormal(Shape shape, double mean, double stddev, int seed, DType dtype = DType.Float32)
    {
        var (key, counter) = KeyCounter(seed);
        return Op.StatelessTruncatedNormalV2(Op.Ints(shape.Dims), key, counter, Op.Int(AutoSelect), dtype) * stddev + mean;
    }

    /// <summary>Numbers from <paramref name="minval"/> up to, but not including, <paramref name="maxval"/>, a function of the seed.</summary>
    /// <param name="shape">The shape; every length known.</param>
    /// <param name="minval">The least value.</param>
    /// <param name="maxval">The bound, which is not reached.</param>
    /// <param name="seed">Fixes the numbers: the same seed gives the same.</param>
    /// <param name="dtype">A floating type; float32 by default.</param>
    public static Tensor Uniform(Shape shape, double minval, double maxval, int seed, DType dtype = DType.Float32)
    {
        var (key, counter) = KeyCounter(seed);
        var low = Op.Constant(minval, dtype);
        var unit = Op.StatelessRandomUniformV2(Op.Ints(shape.Dims), key, counter, Op.Int(AutoSelect), dtype);
        return unit * (Op.Constant(maxval, dtype) - low) + low;
    }

    private static (Tensor Key, Tensor Counter) KeyCounter(int seed) => Op.StatelessRandomGetKeyCounter(Op.Ints(seed, 0));
}
