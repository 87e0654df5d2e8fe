using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>
/// The same op in float64, which TensorFlow computes with its own kernels. oneDNN, which takes float32, is wrong in version 2.21 where windows leave a part
/// of the input out (the gradient of the input), and where a batch is empty (a wrong shape; for MaxPoolGrad the end of the process).
/// </summary>
internal static class DoublePrecision
{
    // The ops that oneDNN takes over and whose values depend on more than one element.
    private static readonly HashSet<string> TakenOver =
    [
        "AvgPool",
        "AvgPoolGrad",
        "AvgPool3D",
        "AvgPool3DGrad",
        "BatchMatMulV2",
        "Conv2D",
        "Conv2DBackpropFilter",
        "Conv2DBackpropInput",
        "Conv3D",
        "Conv3DBackpropFilterV2",
        "Conv3DBackpropInputV2",
        "DepthwiseConv2dNative",
        "DepthwiseConv2dNativeBackpropFilter",
        "DepthwiseConv2dNativeBackpropInput",
        "LRN",
        "LRNGrad",
        "MatMul",
        "MaxPool",
        "MaxPoolGrad",
        "MaxPool3D",
        "MaxPool3DGrad",
    ];

    /// <summary>The op where inputs may be empty.</summary>
    public static Tensor? ForEmpty(Operation operation) => TakenOver.Contains(operation.Type) ? Of(operation) : null;

    /// <summary>The gradient of a convolution's input where its windows leave a part of the input out, or may do so.</summary>
    public static Tensor? OfUncovered(Operation operation)
    {
        var strides = operation.Attributes.Get<long[]>("strides");
        var (input, output, filter) = (operation.Outputs[0].Shape, operation.Inputs[2].Shape, operation.Inputs[1].Shape);
        for (int axis = 1; axis <= strides.Length - 2; axis++)
            if (strides[axis] > 1 && !IsCovered(Length(input, axis), Length(output, axis), Length(filter, axis - 1), strides[axis]))
                return Of(operation);
        return null;
    }

    private static bool IsCovered(long input, long output, long filter, long stride) =>
        input >= 0 && output >= 0 && filter >= stride && (output - 1) * stride + filter >= input;

    private static long Length(Shape shape, int axis) => shape.HasRank ? shape[axis] : -1;

    /// <summary>The op in float64; null where it has another type that oneDNN does not take.</summary>
    public static Tensor? Of(Operation operation)
    {
        var dtype = operation.Outputs[0].DType;
        if (dtype is not (DType.Float32 or DType.Float16 or DType.BFloat16))
            return null;
        Tensor[] inputs = [.. operation.Inputs.Select(input => input.DType == dtype ? Op.Cast(input, DType.Float64) : input)];
        return Op.Cast(Repetition.Of(operation, inputs), dtype);
    }
}
