using KerasSharp.Graphs;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>What TensorFlow is given instead of an operation that its kernels for the CPU cannot do with these attributes.</summary>
internal static class Substitute
{
    private static readonly Dictionary<string, Func<Operation, Tensor?>> Table = new()
    {
        ["Concat"] = LoneConcat.OfFirst,
        ["ConcatV2"] = LoneConcat.OfLast,
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
        ["ScatterNd"] = WholeScatter.Of,
        ["SpaceToDepth"] = ChannelsFirstBlocks.OfSpaceToDepth,
    };

    /// <summary>What to compute in place of the operation's output; null where TensorFlow can do it itself.</summary>
    public static Tensor? For(Operation operation) => Table.TryGetValue(operation.Type, out var find) ? find(operation) : null;

    private static Tensor? InputGradient(Operation operation) =>
        DilatedConvolution.WithFilter(operation) ?? GroupedConvolution.OfInputGradient(operation);

    private static Tensor? FilterGradient(Operation operation) =>
        DilatedConvolution.OfFilterGradient(operation) ?? GroupedConvolution.OfFilterGradient(operation);
}
