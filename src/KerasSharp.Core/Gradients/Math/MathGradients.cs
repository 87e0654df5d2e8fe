using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Math.</summary>
internal static class MathGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>([
        .. Basic,
        .. LinearAlgebraGradients.Rules,
    ]);

    private static Dictionary<string, GradientRule> Basic =>
        new()
        {
            ["MatMul"] = MatMulGradient.Rule,
            ["BatchMatMul"] = BatchMatMulGradient.Rule,
            ["BatchMatMulV2"] = BatchMatMulGradient.Rule,
            ["BatchMatMulV3"] = BatchMatMulGradient.Rule,
            ["Einsum"] = EinsumGradient.Rule,
            ["ClipByValue"] = Clip,
            ["Cross"] = context => [Op.Cross(context.Input(1), context.Gradient()), Op.Cross(context.Gradient(), context.Input(0))],
        };

    /// <summary>An element outside the bounds passes its gradient to the bound; one that is equal to it keeps it.</summary>
    private static IReadOnlyList<Tensor?> Clip(GradientContext context)
    {
        var (low, high) = (Op.Less(context.Input(0), context.Input(1)), Op.Greater(context.Input(0), context.Input(2)));
        var gradient = context.Gradient();
        var zeros = Op.ZerosLike(gradient);
        return
        [
            Op.SelectV2(Op.LogicalOr(low, high), zeros, gradient),
            Op.SelectV2(low, gradient, zeros),
            Op.SelectV2(high, gradient, zeros),
        ];
    }
}
