using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string DilationAttributes = "T: type, strides: list(int), rates: list(int), padding: string";

    internal static readonly OpDefinition Dilation2DDefinition = new(
        $"Dilation2D(input: T, filter: T) -> output: T | {DilationAttributes}",
        InferDilation
    );

    internal static readonly OpDefinition Dilation2DBackpropInputDefinition = new(
        $"Dilation2DBackpropInput(input: T, filter: T, out_backprop: T) -> in_backprop: T | {DilationAttributes}",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition Dilation2DBackpropFilterDefinition = new(
        $"Dilation2DBackpropFilter(input: T, filter: T, out_backprop: T) -> filter_backprop: T | {DilationAttributes}",
        context => [context.Shape(1)]
    );

    /// <summary>Grayscale dilation: the maximum over each window of input + filter.</summary>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="filter">[height, width, channels].</param>
    /// <param name="strides">Four steps; 1 for batch and channels.</param>
    /// <param name="rates">Four steps between the filter's positions; 1 for batch and channels.</param>
    /// <param name="padding">SAME or VALID.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Dilation2D(Tensor input, Tensor filter, long[] strides, long[] rates, string padding, string? name = null) =>
        Make(Dilation2DDefinition, [input, filter], DilationValues(strides, rates, padding), name);

    /// <summary>The gradient of <see cref="Dilation2D"/> for its input.</summary>
    public static Tensor Dilation2DBackpropInput(
        Tensor input,
        Tensor filter,
        Tensor outBackprop,
        long[] strides,
        long[] rates,
        string padding,
        string? name = null
    ) => Make(Dilation2DBackpropInputDefinition, [input, filter, outBackprop], DilationValues(strides, rates, padding), name);

    /// <summary>The gradient of <see cref="Dilation2D"/> for its filter.</summary>
    public static Tensor Dilation2DBackpropFilter(
        Tensor input,
        Tensor filter,
        Tensor outBackprop,
        long[] strides,
        long[] rates,
        string padding,
        string? name = null
    ) => Make(Dilation2DBackpropFilterDefinition, [input, filter, outBackprop], DilationValues(strides, rates, padding), name);

    private static Attributes DilationValues(long[] strides, long[] rates, string padding) =>
        new()
        {
            ["strides"] = strides,
            ["rates"] = rates,
            ["padding"] = padding,
        };

    private static Shape[] InferDilation(InferenceContext context)
    {
        var input = context.WithRank(0, 4);
        var filter = context.WithRank(1, 3);
        var windows = Windows.OfDilation(input, filter, context.Attributes);
        long channels = ShapeRules.MergeDim(input[3], filter[2], "the channels of input and filter");
        return [Shape.Of(input[0], windows[0].Output, windows[1].Output, channels)];
    }
}
