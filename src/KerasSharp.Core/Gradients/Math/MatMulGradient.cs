using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>The gradient of MatMul: products of the output's gradient with the other factor, transposed as the case needs.</summary>
internal static class MatMulGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context)
    {
        var (a, b, gradient) = (context.Input(0), context.Input(1), context.Gradient());
        return (context.Attr<bool>("transpose_a"), context.Attr<bool>("transpose_b")) switch
        {
            (false, false) => [Op.MatMul(gradient, b, transposeB: true), Op.MatMul(a, gradient, transposeA: true)],
            (false, true) => [Op.MatMul(gradient, b), Op.MatMul(gradient, a, transposeA: true)],
            (true, false) => [Op.MatMul(b, gradient, transposeB: true), Op.MatMul(a, gradient)],
            (true, true) =>
            [
                Op.MatMul(b, gradient, transposeA: true, transposeB: true),
                Op.MatMul(gradient, a, transposeA: true, transposeB: true),
            ],
        };
    }
}
