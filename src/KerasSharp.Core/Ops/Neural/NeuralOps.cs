using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Neural.</summary>
internal static class NeuralOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            Op.BiasAddDefinition,
            Op.BiasAddV1Definition,
            Op.BiasAddGradDefinition,
            Op.Conv2DDefinition,
            Op.Conv2DBackpropInputDefinition,
            Op.Conv2DBackpropFilterDefinition,
            Op.Conv3DDefinition,
            Op.Conv3DBackpropInputV2Definition,
            Op.Conv3DBackpropFilterV2Definition,
            Op.DepthwiseConv2dNativeDefinition,
            Op.DepthwiseConv2dNativeBackpropInputDefinition,
            Op.DepthwiseConv2dNativeBackpropFilterDefinition,
            Op.MaxPoolDefinition,
            Op.MaxPoolGradDefinition,
            Op.MaxPoolGradGradDefinition,
            Op.MaxPoolV2Definition,
            Op.MaxPoolGradV2Definition,
            Op.MaxPoolGradGradV2Definition,
            Op.MaxPoolWithArgmaxDefinition,
            Op.MaxPoolGradWithArgmaxDefinition,
            Op.MaxPoolGradGradWithArgmaxDefinition,
            Op.AvgPoolDefinition,
            Op.AvgPoolGradDefinition,
            Op.MaxPool3DDefinition,
            Op.MaxPool3DGradDefinition,
            Op.MaxPool3DGradGradDefinition,
            Op.AvgPool3DDefinition,
            Op.AvgPool3DGradDefinition,
            Op.SoftmaxDefinition,
            Op.LogSoftmaxDefinition,
            Op.SoftmaxCrossEntropyWithLogitsDefinition,
            Op.SparseSoftmaxCrossEntropyWithLogitsDefinition,
            Op.FusedBatchNormV3Definition,
            Op.FusedBatchNormGradV3Definition,
            Op.L2LossDefinition,
            Op.LeakyReluDefinition,
            Op.LeakyReluGradDefinition,
            Op.LRNDefinition,
            Op.LRNGradDefinition,
            Op.Dilation2DDefinition,
            Op.Dilation2DBackpropInputDefinition,
            Op.Dilation2DBackpropFilterDefinition,
            Op.LstmDefinition,
            Op.LstmGradDefinition,
        ];
}
