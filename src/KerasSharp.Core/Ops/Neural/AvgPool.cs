using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string AvgPoolAttributes =
        "ksize: list(int), strides: list(int), padding: string, data_format: string = \"NHWC\", T: type";

    internal static readonly OpDefinition AvgPoolDefinition = new(
        $"AvgPool(value: T) -> output: T | {AvgPoolAttributes}",
        PoolShapes.Forward(4)
    );

    internal static readonly OpDefinition AvgPoolGradDefinition = new(
        $"AvgPoolGrad(orig_input_shape: int32, grad: T) -> output: T | {AvgPoolAttributes}",
        PoolShapes.FromShapeInput(4)
    );

    /// <summary>The mean of each window, of those elements that lie inside the input.</summary>
    /// <param name="value">[batch, height, width, channels], or [batch, channels, height, width] for NCHW.</param>
    /// <param name="ksize">The window, four lengths, one an axis of the input.</param>
    /// <param name="strides">Four steps, one an axis of the input.</param>
    /// <param name="padding">SAME or VALID.</param>
    /// <param name="dataFormat">NHWC or NCHW.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor AvgPool(
        Tensor value,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NHWC",
        string? name = null
    ) => Make(AvgPoolDefinition, [value], PoolValues(ksize, strides, padding, dataFormat), name);

    /// <summary>The gradient of <see cref="AvgPool"/>: each window's gradient shared among its elements.</summary>
    /// <param name="origInputShape">The shape of the pooling's input, four 32-bit integers.</param>
    /// <param name="grad">The output's gradient.</param>
    /// <param name="ksize">As for <see cref="AvgPool"/>.</param>
    /// <param name="strides">As for <see cref="AvgPool"/>.</param>
    /// <param name="padding">As for <see cref="AvgPool"/>.</param>
    /// <param name="dataFormat">As for <see cref="AvgPool"/>.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor AvgPoolGrad(
        Tensor origInputShape,
        Tensor grad,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NHWC",
        string? name = null
    ) => Make(AvgPoolGradDefinition, [origInputShape, grad], PoolValues(ksize, strides, padding, dataFormat), name);
}
