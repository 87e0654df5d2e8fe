using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of FusedBatchNormV3 and of its gradient.</summary>
internal static class FusedBatchNormGradient
{
    /// <summary>As in TensorFlow nothing flows through the running statistics.</summary>
    public static IReadOnlyList<Tensor?> FusedBatchNormV3(GradientContext context)
    {
        bool training = context.Attr<bool>("is_training");
        var (dx, dscale, doffset) = Op.FusedBatchNormGradV3(
            context.Gradient(0),
            context.Input(0),
            context.Input(1),
            training ? context.Output(3) : context.Input(3),
            training ? context.Output(4) : context.Input(4),
            context.Output(5),
            context.Attr<double>("epsilon"),
            context.Attr<string>("data_format"),
            training
        );
        return [dx, dscale, doffset, null, null];
    }

    /// <summary>The gradient is written out in elementary ops, and that is differentiated.</summary>
    public static IReadOnlyList<Tensor?> FusedBatchNormGradV3(GradientContext context)
    {
        Tensor[] sources = [context.Input(0), context.Input(1), context.Input(2)];
        Tensor[] targets = WriteOut(context);
        var gradients = GradientBuilder.Through(targets, sources, [context.Gradient(0), context.Gradient(1), context.Gradient(2)]);
        return [.. gradients, null, null, null];
    }

    private static Tensor[] WriteOut(GradientContext context)
    {
        string format = context.Attr<string>("data_format");
        int rank = format.Length;
        int channel = Windows.ChannelAxis(format, rank);
        var axes = Op.Ints([.. Enumerable.Range(0, rank).Where(axis => axis != channel).Select(axis => (long)axis)]);
        var dy = Op.Cast(context.Input(0), DType.Float32);
        var x = Op.Cast(context.Input(1), DType.Float32);
        var type = context.Input(1).DType;
        bool training = context.Attr<bool>("is_training");
        var mean = training ? Op.Mean(x, axes, keepDims: true) : Spread(context.Input(3), rank, channel);
        var centered = x - mean;
        var variance = training ? Op.Mean(Op.Square(centered), axes, keepDims: true) : Spread(context.Input(4), rank, channel);
        var inverse = Op.Rsqrt(variance + context.Attr<double>("epsilon"));
        var scale = Spread(context.Input(2), rank, channel);
        var normalized = centered * inverse;
        var inner = training ? dy - Op.Mean(dy, axes, keepDims: true) - normalized * Op.Mean(dy * normalized, axes, keepDims: true) : dy;
        return [Op.Cast(scale * inverse * inner, type), Op.Sum(dy * normalized, axes), Op.Sum(dy, axes)];
    }

    private static Tensor Spread(Tensor vector, int rank, int channel)
    {
        var shape = Enumerable.Repeat(1L, rank).ToArray();
        shape[channel] = -1;
        return Op.Reshape(vector, shape);
    }
}
