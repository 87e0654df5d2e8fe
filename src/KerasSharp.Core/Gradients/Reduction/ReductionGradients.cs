using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Reduction: the output's gradient spread back over the reduced axes.</summary>
internal static class ReductionGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>([
        .. Basic,
        .. CumulativeGradients.Rules,
        .. SortGradients.Rules,
        .. SegmentGradients.Rules,
    ]);

    private static Dictionary<string, GradientRule> Basic =>
        new()
        {
            ["Prod"] = ProdGradient.Rule,
            ["Sum"] = context => [Spread(context, context.Gradient()), null],
            ["Mean"] = context => [Spread(context, context.Gradient()) / Count(context), null],
            ["Max"] = context => [Ties(context), null],
            ["Min"] = context => [Ties(context), null],
            ["EuclideanNorm"] = context =>
                [Op.DivNoNan(context.Input(0), Spread(context, context.Output())) * Spread(context, context.Gradient()), null],
        };

    /// <summary>A tensor of the output's shape repeated to the input's.</summary>
    public static Tensor Spread(GradientContext context, Tensor reduced)
    {
        var shape = Op.ShapeOf(context.Input(0));
        return Op.BroadcastTo(Op.Reshape(reduced, KeptShape(context)), shape);
    }

    /// <summary>The output's shape with the reduced axes kept as 1.</summary>
    private static Tensor KeptShape(GradientContext context)
    {
        var like = Op.Sum(Op.StopGradient(context.Input(0)), context.Input(1), keepDims: true);
        return Op.ShapeOf(like);
    }

    /// <summary>How many elements each output was reduced from.</summary>
    private static Tensor Count(GradientContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        if (input.Shape.IsDefined && output.Shape.IsDefined)
            return Op.Constant(Math.Max(1.0, input.Shape.Size / Math.Max(1, output.Shape.Size)), input.DType);
        var count = Op.FloorDiv(Op.Prod(Op.ShapeOf(input), Op.Ints(0)), Op.Maximum(Op.Prod(Op.ShapeOf(output), Op.Ints(0)), Op.Int(1)));
        return Op.Cast(count, input.DType);
    }

    /// <summary>Among equal extremes the gradient is split evenly, as TensorFlow does.</summary>
    private static Tensor Ties(GradientContext context)
    {
        var input = context.Input(0);
        var hit = Op.Cast(Op.Equal(input, Spread(context, context.Output())), input.DType);
        var count = Spread(context, Op.Sum(hit, context.Input(1), context.Attr<bool>("keep_dims")));
        return hit / count * Spread(context, context.Gradient());
    }
}
