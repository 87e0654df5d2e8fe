using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string MaxPoolV2Attributes = "padding: string, data_format: string = \"NHWC\", T: type = float32";

    internal static readonly OpDefinition MaxPoolV2Definition = new(
        $"MaxPoolV2(input: T, ksize: int32, strides: int32) -> output: T | {MaxPoolV2Attributes}",
        PoolShapes.ForwardByInputs(1)
    );

    internal static readonly OpDefinition MaxPoolGradV2Definition = new(
        $"MaxPoolGradV2(orig_input: T, orig_output: T, grad: T, ksize: int32, strides: int32) -> output: T | {MaxPoolV2Attributes}",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition MaxPoolGradGradV2Definition = new(
        "MaxPoolGradGradV2(orig_input: T, orig_output: T, grad: T, ksize: int32, strides: int32) -> output: T | "
            + "padding: string, data_format: string = \"NHWC\", T: type",
        context => [context.Shape(1)]
    );

    /// <summary><see cref="MaxPool"/> whose window and steps are tensors of four 32-bit integers.</summary>
    public static Tensor MaxPoolV2(
        Tensor input,
        Tensor ksize,
        Tensor strides,
        string padding,
        string dataFormat = "NHWC",
        string? name = null
    ) => Make(MaxPoolV2Definition, [input, ksize, strides], PaddingValues(padding, dataFormat), name);

    /// <summary>The gradient of <see cref="MaxPoolV2"/>, as <see cref="MaxPoolGrad"/>.</summary>
    public static Tensor MaxPoolGradV2(
        Tensor origInput,
        Tensor origOutput,
        Tensor grad,
        Tensor ksize,
        Tensor strides,
        string padding,
        string dataFormat = "NHWC",
        string? name = null
    ) => Make(MaxPoolGradV2Definition, [origInput, origOutput, grad, ksize, strides], PaddingValues(padding, dataFormat), name);

    /// <summary>The gradient of <see cref="MaxPoolGradV2"/> for its gradient, as <see cref="MaxPoolGradGrad"/>.</summary>
    public static Tensor MaxPoolGradGradV2(
        Tensor origInput,
        Tensor origOutput,
        Tensor grad,
        Tensor ksize,
        Tensor strides,
        string padding,
        string dataFormat = "NHWC",
        string? name = null
    ) => Make(MaxPoolGradGradV2Definition, [origInput, origOutput, grad, ksize, strides], PaddingValues(padding, dataFormat), name);

    private static Attributes PaddingValues(string padding, string dataFormat) =>
        new() { ["padding"] = padding, ["data_format"] = dataFormat };
}
