using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Neural.</summary>
internal static class NeuralGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["BiasAdd"] = BiasAddGradient.BiasAdd,
        ["BiasAddV1"] = context => [context.Gradient(), Op.BiasAddGrad(context.Gradient())],
        ["BiasAddGrad"] = BiasAddGradient.BiasAddGrad,
        ["Conv2D"] = Conv2DGradient.Conv2D,
        ["Conv2DBackpropInput"] = Conv2DGradient.Conv2DBackpropInput,
        ["Conv2DBackpropFilter"] = Conv2DGradient.Conv2DBackpropFilter,
        ["Conv3D"] = Conv3DGradient.Conv3D,
        ["Conv3DBackpropInputV2"] = Conv3DGradient.Conv3DBackpropInputV2,
        ["Conv3DBackpropFilterV2"] = Conv3DGradient.Conv3DBackpropFilterV2,
        ["DepthwiseConv2dNative"] = DepthwiseConv2dNativeGradient.DepthwiseConv2dNative,
        ["DepthwiseConv2dNativeBackpropInput"] = DepthwiseConv2dNativeGradient.BackpropInput,
        ["DepthwiseConv2dNativeBackpropFilter"] = DepthwiseConv2dNativeGradient.BackpropFilter,
        ["MaxPool"] = MaxPoolGradient.MaxPool,
        ["MaxPoolGrad"] = MaxPoolGradient.MaxPoolGrad,
        ["MaxPoolGradGrad"] = MaxPoolGradient.MaxPoolGradGrad,
        ["MaxPoolV2"] = MaxPoolV2Gradient.MaxPoolV2,
        ["MaxPoolGradV2"] = MaxPoolV2Gradient.MaxPoolGradV2,
        ["MaxPoolGradGradV2"] = MaxPoolV2Gradient.MaxPoolGradGradV2,
        ["MaxPoolWithArgmax"] = MaxPoolWithArgmaxGradient.MaxPoolWithArgmax,
        ["MaxPoolGradWithArgmax"] = MaxPoolWithArgmaxGradient.MaxPoolGradWithArgmax,
        ["MaxPoolGradGradWithArgmax"] = MaxPoolWithArgmaxGradient.MaxPoolGradGradWithArgmax,
        ["AvgPool"] = AvgPoolGradient.AvgPool,
        ["AvgPoolGrad"] = AvgPoolGradient.AvgPoolGrad,
        ["MaxPool3D"] = Pool3DGradient.MaxPool3D,
        ["MaxPool3DGrad"] = Pool3DGradient.MaxPool3DGrad,
        ["MaxPool3DGradGrad"] = Pool3DGradient.MaxPool3DGradGrad,
        ["AvgPool3D"] = Pool3DGradient.AvgPool3D,
        ["AvgPool3DGrad"] = Pool3DGradient.AvgPool3DGrad,
        ["Softmax"] = SoftmaxGradient.Softmax,
        ["LogSoftmax"] = SoftmaxGradient.LogSoftmax,
        ["SoftmaxCrossEntropyWithLogits"] = SoftmaxCrossEntropyGradient.Dense,
        ["SparseSoftmaxCrossEntropyWithLogits"] = SoftmaxCrossEntropyGradient.Sparse,
        ["FusedBatchNormV3"] = FusedBatchNormGradient.FusedBatchNormV3,
        ["FusedBatchNormGradV3"] = FusedBatchNormGradient.FusedBatchNormGradV3,
        ["L2Loss"] = context => [context.Input(0) * context.Gradient()],
        ["LeakyRelu"] = context => [Op.LeakyReluGrad(context.Gradient(), context.Input(0), context.Attr<double>("alpha"))],
        ["LeakyReluGrad"] = context => [Op.LeakyReluGrad(context.Gradient(), context.Input(1), context.Attr<double>("alpha")), null],
        ["LRN"] = LRNGradient.LRN,
        ["LRNGrad"] = LRNGradient.LRNGrad,
        ["Dilation2D"] = Dilation2DGradient.Dilation2D,
        ["Dilation2DBackpropInput"] = Dilation2DGradient.SecondOrder,
        ["Dilation2DBackpropFilter"] = Dilation2DGradient.SecondOrder,
        ["Lstm"] = LstmGradient.Rule,
    };
}
