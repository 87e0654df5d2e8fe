using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of Softmax and LogSoftmax from their outputs.</summary>
internal static class SoftmaxGradient
{
    public static IReadOnlyList<Tensor?> Softmax(GradientContext context) => [Through(context.Output(), context.Gradient())];

    public static IReadOnlyList<Tensor?> LogSoftmax(GradientContext context)
    {
        var (y, dy) = (context.Output(), context.Gradient());
        return [dy - Op.Exp(y) * Op.Sum(dy, Op.Ints(-1), keepDims: true)];
    }

    /// <summary>The gradient of the logits from that of their softmax.</summary>
    public static Tensor Through(Tensor softmax, Tensor gradient) =>
        (gradient - Op.Sum(gradient * softmax, Op.Ints(-1), keepDims: true)) * softmax;
}
