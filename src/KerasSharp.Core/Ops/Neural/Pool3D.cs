using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string Pool3DAttributes = "ksize: list(int), strides: list(int), padding: string, data_format: string = \"NDHWC\", ";

    internal static readonly OpDefinition MaxPool3DDefinition = new(
        $"MaxPool3D(input: T) -> output: T | {Pool3DAttributes}T: type",
        PoolShapes.Forward(5)
    );

    internal static readonly OpDefinition MaxPool3DGradDefinition = new(
        $"MaxPool3DGrad(orig_input: TInput, orig_output: TInput, grad: T) -> output: T | {Pool3DAttributes}T: type = float32, TInput: type = float32",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition MaxPool3DGradGradDefinition = new(
        $"MaxPool3DGradGrad(orig_input: T, orig_output: T, grad: T) -> output: T | {Pool3DAttributes}T: type",
        context => [context.Shape(1)]
    );

    internal static readonly OpDefinition AvgPool3DDefinition = new(
        $"AvgPool3D(input: T) -> output: T | {Pool3DAttributes}T: type",
        PoolShapes.Forward(5)
    );

    internal static readonly OpDefinition AvgPool3DGradDefinition = new(
        $"AvgPool3DGrad(orig_input_shape: int32, grad: T) -> output: T | {Pool3DAttributes}T: type",
        PoolShapes.FromShapeInput(5)
    );

    /// <summary>The greatest element of each window of volumes [batch, depth, height, width, channels]. Arguments as for <see cref="MaxPool"/>, with five lengths.</summary>
    public static Tensor MaxPool3D(
        Tensor input,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        string? name = null
    ) => Make(MaxPool3DDefinition, [input], PoolValues(ksize, strides, padding, dataFormat), name);

    /// <summary>The gradient of <see cref="MaxPool3D"/>, as <see cref="MaxPoolGrad"/>.</summary>
    public static Tensor MaxPool3DGrad(
        Tensor origInput,
        Tensor origOutput,
        Tensor grad,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        string? name = null
    ) => Make(MaxPool3DGradDefinition, [origInput, origOutput, grad], PoolValues(ksize, strides, padding, dataFormat), name);

    /// <summary>The gradient of <see cref="MaxPool3DGrad"/> for its gradient, as <see cref="MaxPoolGradGrad"/>.</summary>
    public static Tensor MaxPool3DGradGrad(
        Tensor origInput,
        Tensor origOutput,
        Tensor grad,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        string? name = null
    ) => Make(MaxPool3DGradGradDefinition, [origInput, origOutput, grad], PoolValues(ksize, strides, padding, dataFormat), name);

    /// <summary>The mean of each window of volumes [batch, depth, height, width, channels]. Arguments as for <see cref="AvgPool"/>, with five lengths.</summary>
    public static Tensor AvgPool3D(
        Tensor input,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        string? name = null
    ) => Make(AvgPool3DDefinition, [input], PoolValues(ksize, strides, padding, dataFormat), name);

    /// <summary>The gradient of <see cref="AvgPool3D"/>, as <see cref="AvgPoolGrad"/>.</summary>
    public static Tensor AvgPool3DGrad(
        Tensor origInputShape,
        Tensor grad,
        long[] ksize,
        long[] strides,
        string padding,
        string dataFormat = "NDHWC",
        string? name = null
    ) => Make(AvgPool3DGradDefinition, [origInputShape, grad], PoolValues(ksize, strides, padding, dataFormat), name);
}
