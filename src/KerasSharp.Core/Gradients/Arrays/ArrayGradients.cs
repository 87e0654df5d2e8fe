using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Arrays.</summary>
internal static class ArrayGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>([
        .. Basic,
        .. GatherGradients.Rules,
        .. JoinGradients.Rules,
        .. SliceGradients.Rules,
        .. ScatterGradients.Rules,
        .. DiagonalGradients.Rules,
        .. RearrangeGradients.Rules,
    ]);

    private static Dictionary<string, GradientRule> Basic =>
        new()
        {
            ["Reshape"] = context => [Op.Reshape(context.Gradient(), Op.ShapeOf(context.Input(0))), null],
            ["Transpose"] = context => [Op.Transpose(context.Gradient(), Op.InvertPermutation(context.Input(1))), null],
            ["Fill"] = context => [null, Op.Sum(context.Gradient(), Axes.AllOf(context.Gradient()))],
            ["BroadcastTo"] = context => [Broadcasting.SumTo(context.Gradient(), context.Input(0)), null],
        };
}
