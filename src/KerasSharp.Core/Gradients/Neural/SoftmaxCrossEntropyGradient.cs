using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>
/// Gradients of the softmax cross entropies. The op's second output is the gradient of the first, so gradients of gradients arrive there.
/// </summary>
internal static class SoftmaxCrossEntropyGradient
{
    public static IReadOnlyList<Tensor?> Dense(GradientContext context) => [Features(context), Labels(context)];

    public static IReadOnlyList<Tensor?> Sparse(GradientContext context) => [Features(context), null];

    private static Tensor Features(GradientContext context)
    {
        var first = context.HasGradient(0) ? Column(context.Gradient(0)) * context.Output(1) : null;
        if (!context.HasGradient(1))
            return first!;
        var second = SoftmaxGradient.Through(Op.Softmax(context.Input(0)), context.Gradient(1));
        return first is null ? second : first + second;
    }

    /// <summary>The loss falls by the logarithm of the softmax, the second output by 1.</summary>
    private static Tensor Labels(GradientContext context)
    {
        var first = context.HasGradient(0) ? -(Column(context.Gradient(0)) * Op.LogSoftmax(context.Input(0))) : null;
        if (!context.HasGradient(1))
            return first!;
        return first is null ? -context.Gradient(1) : first - context.Gradient(1);
    }

    private static Tensor Column(Tensor vector) => Op.Reshape(vector, -1, 1);
}
