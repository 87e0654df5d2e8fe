using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>Shape rules of convolutions.</summary>
internal static class ConvolutionShapes
{
    /// <summary>Inputs: images and a filter [spatial…, in, out].</summary>
    public static ShapeRule Forward(int rank) => context => [Output(context, rank, (_, filter) => filter[-1])];

    /// <summary>Inputs: images and a filter [height, width, in, multiplier].</summary>
    public static readonly ShapeRule Depthwise = context =>
        [Output(context, 4, (channels, filter) => filter[2] < 0 || filter[3] < 0 ? -1 : filter[2] * filter[3])];

    /// <summary>The output has the shape that an integer input gives.</summary>
    public static ShapeRule Backward(int sizesIndex, int rank) =>
        context =>
        {
            var sizes = ShapeRules.FromInts(context, sizesIndex);
            if (!sizes.HasRank)
                return [Shape.OfRank(rank)];
            return sizes.Rank == rank ? [sizes] : throw new ShapeException($"the sizes must have {rank} elements, but they are {sizes}");
        };

    private static Shape Output(InferenceContext context, int rank, Func<long, Shape, long> channelsOut)
    {
        var input = context.WithRank(0, rank);
        var filter = context.WithRank(1, rank);
        string format = context.Attr<string>("data_format");
        long channels = input[Windows.ChannelAxis(format, rank)];
        CheckChannels(context, channels, filter);
        var windows = Windows.OfConvolution(input, filter, context.Attributes);
        return Windows.Join(format, input[0], windows.Select(window => window.Output), channelsOut(channels, filter));
    }

    private static void CheckChannels(InferenceContext context, long channels, Shape filter)
    {
        long expected = filter[-2];
        if (channels < 0 || expected < 0)
            return;
        bool grouped = !context.Definition.Name.StartsWith("Depthwise", StringComparison.Ordinal);
        bool fits = grouped ? expected > 0 && channels % expected == 0 : channels == expected;
        if (!fits)
            throw new ShapeException($"the filter {filter} is for {expected} channels, but the input {context.Shape(0)} has {channels}");
        if (grouped && channels > expected && filter[-1] % (channels / expected) != 0)
            throw new ShapeException($"{filter[-1]} filters cannot be divided into {channels / expected} groups");
    }
}
