using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Random: draws have none, an order of rows that was drawn has.</summary>
internal static class RandomGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["StatelessShuffle"] = StatelessShuffle,
    };

    /// <summary>The order depends on the number of rows alone: shuffled indices say where each row of the gradient belongs.</summary>
    private static IReadOnlyList<Tensor?> StatelessShuffle(GradientContext context)
    {
        var rows = Op.GatherV2(Op.ShapeOf(context.Input(0)), Op.Int(0));
        var indices = Op.Range(Op.Int(0), rows, Op.Int(1));
        var order = Op.StatelessShuffle(indices, context.Input(1), context.Input(2), context.Input(3));
        return [Op.UnsortedSegmentSum(context.Gradient(), order, rows), null, null, null];
    }
}
