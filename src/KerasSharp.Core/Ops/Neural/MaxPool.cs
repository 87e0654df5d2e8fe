using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string MaxPoolAttributes =
        "ksize: list(int), strides: list(int), padding: string, explicit_paddings: list(int) = [], data_format: string = \"NHWC\", "
        + "T: type = float32";

    internal static readonly OpDefinition MaxPoolDefinition = new(
        $"MaxPool(input: T) -> output: T | {MaxPoolAttributes}",
        PoolShapes.Forward(4)
    );

    internal static readonly OpDefinition MaxPoolGradDefinition = new(
        $"MaxPoolGrad(orig_input: T, orig_output: T, grad: T) -> output: T | {MaxPoolAttributes}",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition MaxPoolGradGradDefinition = new(
        "MaxPoolGradGrad(orig_input: T, orig_output: T, grad: T) -> output: T | "
            + "ksize: list(int), strides: list(int), padding: string, data_format: string = \"NHWC\", T: type",
        context => [context.Shape(1)]
    );

    /// <summary>The greatest element of each window; NaN is ignored.</summary>
    /// <param name="input">[batch, height, width, channels], or [batch, channels, height, width] for NCHW.</param>
    /// <param name="ksize">The window, four lengths, one an axis of the input.</param>
    /// <param name="strides">Four steps, one an axis of the input.</param>
    /// <param name="padding">SAME, VALID or EXPLICIT; padding never wins.</param>
    /// <param name="explicitPaddings">For EXPLICIT: eight numbers, before and after for each axis of the input.</param>
    /// <param name="dataFormat">NHWC or NCHW.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor MaxPool(
        Tensor input,
        long[] ksize,
        long[] strides,
        string padding,
        long[]? explicitPaddings = null,
        string dataFormat = "NHWC",
        string? name = null
    ) => Make(MaxPoolDefinition, [input], MaxPoolValues(ksize, strides, padding, explicitPaddings, dataFormat), name);

    /// <summary>The gradient of <see cref="MaxPool"/>: each window's gradient goes to its first greatest element.</summary>
    /// <param name="origInput">The input of the pooling.</param>
    /// <param name="origOutput">Its output.</param>
    /// <param name="grad">The output's gradient.</param>
    /// <param name="ksize">As for <see cref="MaxPool"/>.</param>
    /// <param name="strides">As for <see cref="MaxPool"/>.</param>
    /// <param name="padding">As for <see cref="MaxPool"/>.</param>
    /// <param name="explicitPaddings">As for <see cref="MaxPool"/>.</param>
    /// <param name="dataFormat">As for <see cref="MaxPool"/>.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor MaxPoolGrad(
        Tensor origInput,
        Tensor origOutput,
        Tensor grad,
        long[] ksize,
        long[] strides,
        string padding,
        long[]? explicitPaddings = null,
        string dataFormat = "NHWC",
        string? name = null
    ) =>
        Make(
            MaxPoolGradDefinition,
            [origInput, origOutput, grad],
            MaxPoolValues(ksize, strides, padding, explicitPaddings, dataFormat),
            name
        );

    /// <summary>The gradient of <see cref="MaxPoolGrad"/> for its gradient: of each window the element where the input is greatest.</summary>
    /// <param name="origInput">The input of the pooling.</param>
    /// <param name="origOutput">Its output.</param>
    /// <param name="grad">The gradient of the pooling's input gradient, shaped as the input.</param>
    /// <param name="ksize">As for <see cref="MaxPool"/>.</param>
    /// <param name="strides">As for <see cref="MaxPool"/>.</param>
    /// <param name="padding">SAME or VALID.</param>
    /// <param name="dataFormat">As for <see cref="MaxPool"/>.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor MaxPoolGradGrad(
        Tensor origInput,
        Tensor origOutput,
        Tensor grad,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NHWC",
        string? name = null
    ) => Make(MaxPoolGradGradDefinition, [origInput, origOutput, grad], PoolValues(ksize, strides, padding, dataFormat), name);

    private static Attributes PoolValues(long[] ksize, long[] strides, string padding, string dataFormat) =>
        new()
        {
            ["ksize"] = ksize,
            ["strides"] = strides,
            ["padding"] = padding,
            ["data_format"] = dataFormat,
        };

    private static Attributes MaxPoolValues(long[] ksize, long[] strides, string padding, long[]? explicitPaddings, string dataFormat)
    {
        var attributes = PoolValues(ksize, strides, padding, dataFormat);
        attributes["explicit_paddings"] = explicitPaddings ?? [];
        return attributes;
    }
}
