using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of scatters.</summary>
internal static class ScatterGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["ScatterNd"] = context => [null, Op.GatherNd(context.Gradient(), context.Input(0)), null],
        ["TensorScatterAdd"] = context => [context.Gradient(), null, Op.GatherNd(context.Gradient(), context.Input(1))],
        ["TensorScatterSub"] = context => [context.Gradient(), null, -Op.GatherNd(context.Gradient(), context.Input(1))],
        ["TensorScatterUpdate"] = context =>
            [
                Op.TensorScatterUpdate(context.Gradient(), context.Input(1), Op.ZerosLike(context.Input(2))),
                null,
                Op.GatherNd(context.Gradient(), context.Input(1)),
            ],
        ["TensorScatterMax"] = Extreme,
        ["TensorScatterMin"] = Extreme,
    };

    /// <summary>The gradient is split evenly among the element and the updates that are equal to the result.</summary>
    private static IReadOnlyList<Tensor?> Extreme(GradientContext context)
    {
        var (tensor, indices, updates) = (context.Input(0), context.Input(1), context.Input(2));
        var (output, gradient) = (context.Output(), context.Gradient());
        var tensorHit = Op.Cast(Op.Equal(tensor, output), gradient.DType);
        var updatesHit = Op.Cast(Op.Equal(updates, Op.GatherNd(output, indices)), gradient.DType);
        var hits = tensorHit + Op.ScatterNd(indices, updatesHit, Op.Cast(Op.ShapeOf(tensor), indices.DType));
        return [gradient * tensorHit / hits, null, Op.GatherNd(gradient / hits, indices) * updatesHit];
    }
}
