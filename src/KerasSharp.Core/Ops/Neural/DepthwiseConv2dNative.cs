using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string DepthwiseAttributes =
        "T: type, strides: list(int), padding: string, explicit_paddings: list(int) = [], data_format: string = \"NHWC\", "
        + "dilations: list(int) = [1 1 1 1]";

    internal static readonly OpDefinition DepthwiseConv2dNativeDefinition = new(
        $"DepthwiseConv2dNative(input: T, filter: T) -> output: T | {DepthwiseAttributes}",
        ConvolutionShapes.Depthwise
    );

    internal static readonly OpDefinition DepthwiseConv2dNativeBackpropInputDefinition = new(
        $"DepthwiseConv2dNativeBackpropInput(input_sizes: int32, filter: T, out_backprop: T) -> output: T | {DepthwiseAttributes}",
        ConvolutionShapes.Backward(0, 4)
    );

    internal static readonly OpDefinition DepthwiseConv2dNativeBackpropFilterDefinition = new(
        $"DepthwiseConv2dNativeBackpropFilter(input: T, filter_sizes: int32, out_backprop: T) -> output: T | {DepthwiseAttributes}",
        ConvolutionShapes.Backward(1, 4)
    );

    /// <summary>A convolution of each channel with filters of its own; output channel c·multiplier + m is filter m of channel c.</summary>
    /// <param name="input">[batch, height, width, channels], or [batch, channels, height, width] for NCHW.</param>
    /// <param name="filter">[height, width, channels, multiplier].</param>
    /// <param name="strides">Four steps, one an axis of the input; 1 for batch and channels.</param>
    /// <param name="padding">SAME, VALID or EXPLICIT.</param>
    /// <param name="explicitPaddings">For EXPLICIT: eight numbers, before and after for each axis of the input.</param>
    /// <param name="dataFormat">NHWC or NCHW.</param>
    /// <param name="dilations">Four steps between the filter's positions; 1 by default.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>[batch, height', width', channels·multiplier].</returns>
    public static Tensor DepthwiseConv2dNative(
        Tensor input,
        Tensor filter,
        long[] strides,
        string padding,
        long[]? explicitPaddings = null,
        string dataFormat = "NHWC",
        long[]? dilations = null,
        string? name = null
    ) =>
        Make(
            DepthwiseConv2dNativeDefinition,
            [input, filter],
            ConvolutionAttributes(strides, padding, explicitPaddings, dataFormat, dilations),
            name
        );

    /// <summary>The gradient of <see cref="DepthwiseConv2dNative"/> for its input.</summary>
    /// <param name="inputSizes">The shape of the input, four 32-bit integers.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="outBackprop">The gradient of the convolution's output.</param>
    /// <param name="strides">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="padding">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="explicitPaddings">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="dataFormat">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="dilations">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>A tensor of the shape <paramref name="inputSizes"/>.</returns>
    public static Tensor DepthwiseConv2dNativeBackpropInput(
        Tensor inputSizes,
        Tensor filter,
        Tensor outBackprop,
        long[] strides,
        string padding,
        long[]? explicitPaddings = null,
        string dataFormat = "NHWC",
        long[]? dilations = null,
        string? name = null
    ) =>
        Make(
            DepthwiseConv2dNativeBackpropInputDefinition,
            [inputSizes, filter, outBackprop],
            ConvolutionAttributes(strides, padding, explicitPaddings, dataFormat, dilations),
            name
        );

    /// <summary>The gradient of <see cref="DepthwiseConv2dNative"/> for its filter.</summary>
    /// <param name="input">The input.</param>
    /// <param name="filterSizes">The shape of the filter, four 32-bit integers.</param>
    /// <param name="outBackprop">The gradient of the convolution's output.</param>
    /// <param name="strides">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="padding">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="explicitPaddings">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="dataFormat">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="dilations">As for <see cref="DepthwiseConv2dNative"/>.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>A tensor of the shape <paramref name="filterSizes"/>.</returns>
    public static Tensor DepthwiseConv2dNativeBackpropFilter(
        Tensor input,
        Tensor filterSizes,
        Tensor outBackprop,
        long[] strides,
        string padding,
        long[]? explicitPaddings = null,
        string dataFormat = "NHWC",
        long[]? dilations = null,
        string? name = null
    ) =>
        Make(
            DepthwiseConv2dNativeBackpropFilterDefinition,
            [input, filterSizes, outBackprop],
            ConvolutionAttributes(strides, padding, explicitPaddings, dataFormat, dilations),
            name
        );
}
