using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of running sums and products: running the other way.</summary>
internal static class CumulativeGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["Cumsum"] = context => [SumBack(context, context.Gradient()), null],
        ["Cumprod"] = context => [Op.DivNoNan(SumBack(context, context.Output() * context.Gradient()), context.Input(0)), null],
        ["CumulativeLogsumexp"] = context => [Logsumexp(context, context.Gradient()) - Logsumexp(context, -context.Gradient()), null],
    };

    private static Tensor SumBack(GradientContext context, Tensor gradient) =>
        Op.Cumsum(gradient, context.Input(1), context.Attr<bool>("exclusive"), !context.Attr<bool>("reverse"));

    /// <summary>The part of the gradient that comes from its positive elements, computed in logarithms.</summary>
    private static Tensor Logsumexp(GradientContext context, Tensor gradient)
    {
        var positive = Op.Greater(gradient, Op.ZerosLike(gradient));
        var logarithm = Op.SelectV2(positive, Op.Log(gradient), Op.Constant(Lowest(gradient.DType), gradient.DType));
        var sums = Op.CumulativeLogsumexp(
            logarithm - context.Output(),
            context.Input(1),
            context.Attr<bool>("exclusive"),
            !context.Attr<bool>("reverse")
        );
        return Op.Exp(sums + context.Input(0));
    }

    private static double Lowest(DType dtype) =>
        dtype switch
        {
            DType.Float64 => double.MinValue,
            DType.Float16 => (double)Half.MinValue,
            DType.BFloat16 => -3.3895314e38,
            _ => float.MinValue,
        };
}
