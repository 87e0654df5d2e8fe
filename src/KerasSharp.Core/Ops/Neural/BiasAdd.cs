using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition BiasAddDefinition = new(
        "BiasAdd(value: T, bias: T) -> output: T | T: type, data_format: string = \"NHWC\"",
        context => [InferBias(context, context.Attr<string>("data_format"))]
    );

    internal static readonly OpDefinition BiasAddV1Definition = new(
        "BiasAddV1(value: T, bias: T) -> output: T | T: type",
        context => [InferBias(context, "NHWC")]
    );

    internal static readonly OpDefinition BiasAddGradDefinition = new(
        "BiasAddGrad(out_backprop: T) -> output: T | T: type, data_format: string = \"NHWC\"",
        context =>
        {
            var shape = context.Shape(0);
            return [Shape.Of(shape.HasRank ? shape[Windows.ChannelAxis(context.Attr<string>("data_format"), shape.Rank)] : -1)];
        }
    );

    /// <summary>Adds a vector along the channels.</summary>
    /// <param name="value">Two dimensions or more.</param>
    /// <param name="bias">A number a channel.</param>
    /// <param name="dataFormat">NHWC: channels last; NCHW: channels after the batch, whatever the rank.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor BiasAdd(Tensor value, Tensor bias, string dataFormat = "NHWC", string? name = null) =>
        Make(BiasAddDefinition, [value, bias], new Attributes { ["data_format"] = dataFormat }, name);

    /// <summary>The older <see cref="BiasAdd"/>: channels last.</summary>
    public static Tensor BiasAddV1(Tensor value, Tensor bias, string? name = null) => Make(BiasAddV1Definition, [value, bias], null, name);

    /// <summary>The gradient of <see cref="BiasAdd"/> for the bias: the sum over all axes but the channels.</summary>
    public static Tensor BiasAddGrad(Tensor outBackprop, string dataFormat = "NHWC", string? name = null) =>
        Make(BiasAddGradDefinition, [outBackprop], new Attributes { ["data_format"] = dataFormat }, name);

    private static Shape InferBias(InferenceContext context, string dataFormat)
    {
        var value = context.Shape(0);
        long length = context.WithRank(1, 1)[0];
        if (!value.HasRank)
            return value;
        if (value.Rank < 2)
            throw new ShapeException($"the value must have 2 dimensions or more, but its shape is {value}");
        int axis = Windows.ChannelAxis(dataFormat, value.Rank);
        return value.With(axis, ShapeRules.MergeDim(value[axis], length, "the channels and the length of the bias"));
    }
}
