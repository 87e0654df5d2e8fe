using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>What TensorFlow is given instead of an operation that its kernels for the CPU cannot do, do wrongly or do slowly, with these attributes or inputs.</summary>
internal static class Substitute
{
    private static readonly Dictionary<string, Func<Operation, Tensor?>> Table = new()
    {
        ["Concat"] = LoneConcat.OfFirst,
        ["ConcatV2"] = LoneConcat.OfLast,
        ["Conv2D"] = GroupedConvolution.ForwardImages,
        ["Conv2DBackpropInput"] = InputGradient,
        ["Conv2DBackpropFilter"] = FilterGradient,
        ["Conv3D"] = operation => DilatedConvolution.WithFilter(operation) ?? GroupedConvolution.Forward(operation),
        ["Conv3DBackpropInputV2"] = InputGradient,
        ["Conv3DBackpropFilterV2"] = FilterGradient,
        ["DepthToSpace"] = ChannelsFirstBlocks.OfDepthToSpace,
        ["DepthwiseConv2dNative"] = DilatedConvolution.WithFilter,
        ["DepthwiseConv2dNativeBackpropInput"] = DilatedConvolution.WithFilter,
        ["DepthwiseConv2dNativeBackpropFilter"] = DilatedConvolution.OfFilterGradient,
        ["MaxPoolGrad"] = DepthPooling.OfGradient,
        ["ReluGrad"] = PooledRelu.OfGradient,
        ["ScatterNd"] = WholeScatter.Of,
        // oneDNN's gives 0 where all logits are −∞, TensorFlow's own NaN; this has kernels of TensorFlow's only.
        ["Softmax"] = operation => Op.Exp(Op.LogSoftmax(operation.Inputs[0])),
        ["SpaceToDepth"] = ChannelsFirstBlocks.OfSpaceToDepth,
    };

    /// <summary>What to compute in place of the operation's output; null where TensorFlow can do it itself.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mayBeEmpty">Whether it must do for tensors without elements.</param>
    public static Tensor? For(Operation operation, bool mayBeEmpty) =>
        (Table.TryGetValue(operation.Type, out var find) ? find(operation) : null)
        ?? (mayBeEmpty ? DoublePrecision.ForEmpty(operation) : null);

    private static Tensor? InputGradient(Operation operation) =>
        DilatedConvolution.WithFilter(operation) ?? GroupedConvolution.OfInputGradient(operation) ?? DoublePrecision.OfUncovered(operation);

    private static Tensor? FilterGradient(Operation operation) =>
        DilatedConvolution.OfFilterGradient(operation)
        ?? GroupedConvolution.OfFilterGradient(operation)
        ?? PointwiseConvolution.OfFilterGradient(operation);
}
