using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of LRN and of its gradient.</summary>
internal static class LRNGradient
{
    public static IReadOnlyList<Tensor?> LRN(GradientContext context) =>
        [
            Op.LRNGrad(
                context.Gradient(),
                context.Input(0),
                context.Output(),
                context.Attr<long>("depth_radius"),
                context.Attr<double>("bias"),
                context.Attr<double>("alpha"),
                context.Attr<double>("beta")
            ),
        ];

    /// <summary>The gradient is written out in elementary ops, and that is differentiated.</summary>
    public static IReadOnlyList<Tensor?> LRNGrad(GradientContext context)
    {
        Tensor[] sources = [context.Input(0), context.Input(1), context.Input(2)];
        return GradientBuilder.Through([WriteOut(context)], sources, [context.Gradient()]);
    }

    /// <summary>dy · n^-beta - 2 · alpha · beta · x · near(dy · y / n), where n = bias + alpha · near(x²).</summary>
    private static Tensor WriteOut(GradientContext context)
    {
        var (dy, x, y) = (context.Input(0), context.Input(1), context.Input(2));
        double alpha = context.Attr<double>("alpha");
        double beta = context.Attr<double>("beta");
        var band = Band(x, context.Attr<long>("depth_radius"));
        var norm = Near(Op.Square(x), band) * alpha + context.Attr<double>("bias");
        return dy * Op.Pow(norm, Op.Constant(-beta, x.DType)) - x * Near(dy * y / norm, band) * (2 * alpha * beta);
    }

    /// <summary>The sum over near channels, as a product with a band matrix.</summary>
    private static Tensor Near(Tensor tensor, Tensor band)
    {
        long channels = band.Shape[0];
        return Op.Reshape(Op.MatMul(Op.Reshape(tensor, -1, channels), band), Op.ShapeOf(tensor));
    }

    private static Tensor Band(Tensor x, long radius)
    {
        long channels = x.Shape[3];
        if (channels < 0)
            throw new NotSupportedException(
                "The second gradient of LRN needs a known number of channels. Give the input a static last dimension."
            );
        var band = new float[channels * channels];
        for (long i = 0; i < channels; i++)
        for (long j = Math.Max(0, i - radius); j <= Math.Min(channels - 1, i + radius); j++)
            band[i * channels + j] = 1;
        return Op.Cast(Op.Constant(TensorValue.From<float>(Shape.Of(channels, channels), band)), x.DType);
    }
}
