using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>The gradient of the batch products: products with the other factor, summed over axes that were broadcast.</summary>
internal static class BatchMatMulGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context)
    {
        var (x, y, gradient) = (context.Input(0), context.Input(1), context.Gradient());
        var (dx, dy) = (context.Attr<bool>("adj_x"), context.Attr<bool>("adj_y")) switch
        {
            (false, false) => (Product(gradient, y, x, adjY: true), Product(x, gradient, y, adjX: true)),
            (false, true) => (Product(gradient, y, x), Product(gradient, x, y, adjX: true)),
            (true, false) => (Product(y, gradient, x, adjY: true), Product(x, gradient, y)),
            (true, true) => (Product(y, gradient, x, adjX: true, adjY: true), Product(gradient, x, y, adjX: true, adjY: true)),
        };
        return [Broadcasting.SumTo(dx, x), Broadcasting.SumTo(dy, y)];
    }

    /// <summary>The product of a and b in the type of another tensor.</summary>
    private static Tensor Product(Tensor a, Tensor b, Tensor like, bool adjX = false, bool adjY = false) =>
        a.DType == b.DType && a.DType == like.DType ? Op.BatchMatMulV2(a, b, adjX, adjY) : Op.BatchMatMulV3(a, b, like.DType, adjX, adjY);
}
