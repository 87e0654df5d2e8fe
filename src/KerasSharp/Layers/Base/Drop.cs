using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>Random zeros, the rest scaled up so that the mean stays.</summary>
internal static class Drop
{
    private const int AutoSelect = 3;

    /// <summary>What each element is multiplied with: 0 at the given rate, else 1 / (1 − rate).</summary>
    public static Tensor Factors(Layer layer, CallContext context, int? seed, double rate, Tensor shape, DType dtype)
    {
        var (key, counter) = context.Random(layer, seed);
        var draw = Op.StatelessRandomUniformV2(shape, key, counter, Op.Int(AutoSelect), dtype);
        return Op.Cast(Op.GreaterEqual(draw, Op.Constant(rate, dtype)), dtype) * (1.0 / (1.0 - rate));
    }
}
