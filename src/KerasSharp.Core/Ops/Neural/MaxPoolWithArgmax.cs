using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string ArgmaxAttributes =
        "ksize: list(int), strides: list(int), Targmax: type = int64, padding: string, include_batch_in_index: bool = false, T: type";

    internal static readonly OpDefinition MaxPoolWithArgmaxDefinition = new(
        $"MaxPoolWithArgmax(input: T) -> output: T, argmax: Targmax | {ArgmaxAttributes}",
        context =>
        {
            var shapes = PoolShapes.Forward(4)(context);
            return [shapes[0], shapes[0]];
        }
    );

    internal static readonly OpDefinition MaxPoolGradWithArgmaxDefinition = new(
        $"MaxPoolGradWithArgmax(input: T, grad: T, argmax: Targmax) -> output: T | {ArgmaxAttributes}",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition MaxPoolGradGradWithArgmaxDefinition = new(
        $"MaxPoolGradGradWithArgmax(input: T, grad: T, argmax: Targmax) -> output: T | {ArgmaxAttributes}",
        context => [context.Shape(2)]
    );

    /// <summary>The greatest element of each window and where it is.</summary>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="ksize">The window, four lengths, one an axis of the input.</param>
    /// <param name="strides">Four steps, one an axis of the input.</param>
    /// <param name="padding">SAME or VALID.</param>
    /// <param name="includeBatchInIndex">
    /// Whether the index counts from the start of the input; if not, from the start of its example: (y·width + x)·channels + c.
    /// </param>
    /// <param name="targmax">The type of the index: int64 or int32.</param>
    /// <param name="name">A name hint.</param>
    public static (Tensor Output, Tensor Argmax) MaxPoolWithArgmax(
        Tensor input,
        long[] ksize,
        long[] strides,
        string padding,
        bool includeBatchInIndex = false,
        DType targmax = DType.Int64,
        string? name = null
    )
    {
        var attributes = ArgmaxValues(ksize, strides, padding, includeBatchInIndex);
        attributes["Targmax"] = targmax;
        var outputs = MakeMany(MaxPoolWithArgmaxDefinition, [input], attributes, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary>The gradient of <see cref="MaxPoolWithArgmax"/>: each window's gradient goes where argmax says.</summary>
    public static Tensor MaxPoolGradWithArgmax(
        Tensor input,
        Tensor grad,
        Tensor argmax,
        long[] ksize,
        long[] strides,
        string padding,
        bool includeBatchInIndex = false,
        string? name = null
    ) => Make(MaxPoolGradWithArgmaxDefinition, [input, grad, argmax], ArgmaxValues(ksize, strides, padding, includeBatchInIndex), name);

    /// <summary>The gradient of <see cref="MaxPoolGradWithArgmax"/> for its gradient: the elements that argmax points to.</summary>
    public static Tensor MaxPoolGradGradWithArgmax(
        Tensor input,
        Tensor grad,
        Tensor argmax,
        long[] ksize,
        long[] strides,
        string padding,
        bool includeBatchInIndex = false,
        string? name = null
    ) => Make(MaxPoolGradGradWithArgmaxDefinition, [input, grad, argmax], ArgmaxValues(ksize, strides, padding, includeBatchInIndex), name);

    private static Attributes ArgmaxValues(long[] ksize, long[] strides, string padding, bool includeBatchInIndex) =>
        new()
        {
            ["ksize"] = ksize,
            ["strides"] = strides,
            ["padding"] = padding,
            ["include_batch_in_index"] = includeBatchInIndex,
        };
}
