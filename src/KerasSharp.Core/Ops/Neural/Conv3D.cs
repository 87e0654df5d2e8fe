using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string Conv3DAttributes =
        "T: type, strides: list(int), padding: string, data_format: string = \"NDHWC\", dilations: list(int) = [1 1 1 1 1]";

    internal static readonly OpDefinition Conv3DDefinition = new(
        $"Conv3D(input: T, filter: T) -> output: T | {Conv3DAttributes}",
        ConvolutionShapes.Forward(5)
    );

    internal static readonly OpDefinition Conv3DBackpropInputV2Definition = new(
        $"Conv3DBackpropInputV2(input_sizes: Tshape, filter: T, out_backprop: T) -> output: T | {Conv3DAttributes}, Tshape: type = int32",
        ConvolutionShapes.Backward(0, 5)
    );

    internal static readonly OpDefinition Conv3DBackpropFilterV2Definition = new(
        $"Conv3DBackpropFilterV2(input: T, filter_sizes: int32, out_backprop: T) -> output: T | {Conv3DAttributes}",
        ConvolutionShapes.Backward(1, 5)
    );

    /// <summary>The convolution (cross-correlation) of volumes with filters.</summary>
    /// <param name="input">[batch, depth, height, width, channels], or [batch, channels, depth, height, width] for NCDHW.</param>
    /// <param name="filter">[depth, height, width, in, out].</param>
    /// <param name="strides">Five steps, one an axis of the input; 1 for batch and channels.</param>
    /// <param name="padding">SAME or VALID.</param>
    /// <param name="dataFormat">NDHWC or NCDHW.</param>
    /// <param name="dilations">Five steps between the filter's positions; 1 by default.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Conv3D(
        Tensor input,
        Tensor filter,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        long[]? dilations = null,
        string? name = null
    ) => Make(Conv3DDefinition, [input, filter], VolumeAttributes(strides, padding, dataFormat, dilations), name);

    /// <summary>The gradient of <see cref="Conv3D"/> for its input: a transposed convolution.</summary>
    /// <param name="inputSizes">The shape of the input, five integers.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="outBackprop">The gradient of the convolution's output.</param>
    /// <param name="strides">As for <see cref="Conv3D"/>.</param>
    /// <param name="padding">As for <see cref="Conv3D"/>.</param>
    /// <param name="dataFormat">As for <see cref="Conv3D"/>.</param>
    /// <param name="dilations">As for <see cref="Conv3D"/>.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Conv3DBackpropInputV2(
        Tensor inputSizes,
        Tensor filter,
        Tensor outBackprop,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        long[]? dilations = null,
        string? name = null
    ) =>
        Make(
            Conv3DBackpropInputV2Definition,
            [inputSizes, filter, outBackprop],
            VolumeAttributes(strides, padding, dataFormat, dilations),
            name
        );

    /// <summary>The gradient of <see cref="Conv3D"/> for its filter.</summary>
    /// <param name="input">The input.</param>
    /// <param name="filterSizes">The shape of the filter, five 32-bit integers.</param>
    /// <param name="outBackprop">The gradient of the convolution's output.</param>
    /// <param name="strides">As for <see cref="Conv3D"/>.</param>
    /// <param name="padding">As for <see cref="Conv3D"/>.</param>
    /// <param name="dataFormat">As for <see cref="Conv3D"/>.</param>
    /// <param name="dilations">As for <see cref="Conv3D"/>.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Conv3DBackpropFilterV2(
        Tensor input,
        Tensor filterSizes,
        Tensor outBackprop,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        long[]? dilations = null,
        string? name = null
    ) =>
        Make(
            Conv3DBackpropFilterV2Definition,
            [input, filterSizes, outBackprop],
            VolumeAttributes(strides, padding, dataFormat, dilations),
            name
        );

    private static Attributes VolumeAttributes(long[] strides, string padding, string dataFormat, long[]? dilations) =>
        new()
        {
            ["strides"] = strides,
            ["padding"] = padding,
            ["data_format"] = dataFormat,
            ["dilations"] = dilations ?? [1, 1, 1, 1, 1],
        };
}
