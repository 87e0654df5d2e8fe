using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string Conv2DAttributes =
        "T: type, strides: list(int), use_cudnn_on_gpu: bool = true, padding: string, explicit_paddings: list(int) = [], "
        + "data_format: string = \"NHWC\", dilations: list(int) = [1 1 1 1]";

    internal static readonly OpDefinition Conv2DDefinition = new(
        $"Conv2D(input: T, filter: T) -> output: T | {Conv2DAttributes}",
        ConvolutionShapes.Forward(4)
    );

    internal static readonly OpDefinition Conv2DBackpropInputDefinition = new(
        $"Conv2DBackpropInput(input_sizes: int32, filter: T, out_backprop: T) -> output: T | {Conv2DAttributes}",
        ConvolutionShapes.Backward(0, 4)
    );

    internal static readonly OpDefinition Conv2DBackpropFilterDefinition = new(
        $"Conv2DBackpropFilter(input: T, filter_sizes: int32, out_backprop: T) -> output: T | {Conv2DAttributes}",
        ConvolutionShapes.Backward(1, 4)
    );

    /// <summary>The convolution (cross-correlation) of images with filters.</summary>
    /// <param name="input">[batch, height, width, channels], or [batch, channels, height, width] for NCHW.</param>
    /// <param name="filter">[height, width, in, out]; the channels are a multiple of in, the number of groups.</param>
    /// <param name="strides">Four steps, one an axis of the input; 1 for batch and channels.</param>
    /// <param name="padding">SAME, VALID or EXPLICIT.</param>
    /// <param name="explicitPaddings">For EXPLICIT: eight numbers, before and after for each axis of the input.</param>
    /// <param name="dataFormat">NHWC or NCHW.</param>
    /// <param name="dilations">Four steps between the filter's positions, one an axis of the input; 1 by default.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>[batch, height', width', out].</returns>
    public static Tensor Conv2D(
        Tensor input,
        Tensor filter,
        long[] strides,
        string padding,
        long[]? explicitPaddings = null,
        string dataFormat = "NHWC",
        long[]? dilations = null,
        string? name = null
    ) => Make(Conv2DDefinition, [input, filter], ConvolutionAttributes(strides, padding, explicitPaddings, dataFormat, dilations), name);

    /// <summary>The gradient of <see cref="Conv2D"/> for its input: a transposed convolution.</summary>
    /// <param name="inputSizes">The shape of the input, four 32-bit integers.</param>
    /// <param name="filter">The filter, as for <see cref="Conv2D"/>.</param>
    /// <param name="outBackprop">The gradient of the convolution's output.</param>
    /// <param name="strides">As for <see cref="Conv2D"/>.</param>
    /// <param name="padding">As for <see cref="Conv2D"/>.</param>
    /// <param name="explicitPaddings">As for <see cref="Conv2D"/>.</param>
    /// <param name="dataFormat">As for <see cref="Conv2D"/>.</param>
    /// <param name="dilations">As for <see cref="Conv2D"/>.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>A tensor of the shape <paramref name="inputSizes"/>.</returns>
    public static Tensor Conv2DBackpropInput(
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
            Conv2DBackpropInputDefinition,
            [inputSizes, filter, outBackprop],
            ConvolutionAttributes(strides, padding, explicitPaddings, dataFormat, dilations),
            name
        );

    /// <summary>The gradient of <see cref="Conv2D"/> for its filter.</summary>
    /// <param name="input">The input, as for <see cref="Conv2D"/>.</param>
    /// <param name="filterSizes">The shape of the filter, four 32-bit integers.</param>
    /// <param name="outBackprop">The gradient of the convolution's output.</param>
    /// <param name="strides">As for <see cref="Conv2D"/>.</param>
    /// <param name="padding">As for <see cref="Conv2D"/>.</param>
    /// <param name="explicitPaddings">As for <see cref="Conv2D"/>.</param>
    /// <param name="dataFormat">As for <see cref="Conv2D"/>.</param>
    /// <param name="dilations">As for <see cref="Conv2D"/>.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>A tensor of the shape <paramref name="filterSizes"/>.</returns>
    public static Tensor Conv2DBackpropFilter(
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
            Conv2DBackpropFilterDefinition,
            [input, filterSizes, outBackprop],
            ConvolutionAttributes(strides, padding, explicitPaddings, dataFormat, dilations),
            name
        );

    private static Attributes ConvolutionAttributes(
        long[] strides,
        string padding,
        long[]? explicitPaddings,
        string dataFormat,
        long[]? dilations
    ) =>
        new()
        {
            ["strides"] = strides,
            ["padding"] = padding,
            ["explicit_paddings"] = explicitPaddings ?? [],
            ["data_format"] = dataFormat,
            ["dilations"] = dilations ?? [1, 1, 1, 1],
        };
}
