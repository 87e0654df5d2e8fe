using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of ops on diagonals.</summary>
internal static class DiagonalGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["MatrixDiagV3"] = context => [Part(context, context.Gradient(), 1), null, null, null, null],
        ["MatrixDiagPartV3"] = context => [Set(context, Op.ZerosLike(context.Input(0)), context.Gradient(), 1), null, null],
        ["MatrixSetDiagV3"] = context =>
            [Set(context, context.Gradient(), Op.ZerosLike(context.Input(1)), 2), Part(context, context.Gradient(), 2), null],
        ["MatrixBandPart"] = context => [Op.MatrixBandPart(context.Gradient(), context.Input(1), context.Input(2)), null, null],
        ["Diag"] = context => [Op.DiagPart(context.Gradient())],
        ["DiagPart"] = context => [Op.Diag(context.Gradient())],
        ["MatrixDiag"] = context => [Op.MatrixDiagPart(context.Gradient())],
        ["MatrixDiagPart"] = context => [Op.MatrixSetDiag(Op.ZerosLike(context.Input(0)), context.Gradient())],
        ["MatrixSetDiag"] = context =>
            [Op.MatrixSetDiag(context.Gradient(), Op.ZerosLike(context.Input(1))), Op.MatrixDiagPart(context.Gradient())],
    };

    private static Tensor Part(GradientContext context, Tensor matrices, int k) =>
        Op.MatrixDiagPartV3(matrices, context.Input(k), Op.Constant(0, matrices.DType), context.Attr<string>("align"));

    private static Tensor Set(GradientContext context, Tensor matrices, Tensor diagonal, int k) =>
        Op.MatrixSetDiagV3(matrices, diagonal, context.Input(k), context.Attr<string>("align"));
}
