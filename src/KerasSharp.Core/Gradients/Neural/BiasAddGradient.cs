using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of BiasAdd and of its gradient.</summary>
internal static class BiasAddGradient
{
    public static IReadOnlyList<Tensor?> BiasAdd(GradientContext context) =>
        [context.Gradient(), Op.BiasAddGrad(context.Gradient(), context.Attr<string>("data_format"))];

    /// <summary>The vector repeated along all axes but the channels.</summary>
    public static IReadOnlyList<Tensor?> BiasAddGrad(GradientContext context)
    {
        var (input, vector) = (context.Input(0), context.Gradient());
        int last = input.Rank - 1;
        int axis = Windows.ChannelAxis(context.Attr<string>("data_format"), input.Rank);
        if (axis != last)
        {
            var shape = Enumerable.Repeat(1L, last - axis + 1).ToArray();
            shape[0] = -1;
            vector = Op.Reshape(vector, shape);
        }
        return [Op.BroadcastTo(vector, Op.ShapeOf(input))];
    }
}
