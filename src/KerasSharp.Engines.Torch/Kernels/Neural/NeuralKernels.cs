using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>The kernels of the family Neural.</summary>
internal static class NeuralKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>([
        .. PoolKernels.Kernels,
        .. ConvolutionKernels.Kernels,
    ])
    {
        ["BiasAdd"] = BiasAddKernel.Bind,
        ["BiasAddV1"] = BiasAddKernel.Bind,
        ["BiasAddGrad"] = BiasAddGradKernel.Bind,
        ["Softmax"] = SoftmaxKernel.Bind,
        ["LogSoftmax"] = SoftmaxKernel.Bind,
        ["SoftmaxCrossEntropyWithLogits"] = SoftmaxCrossEntropyKernel.Bind,
        ["SparseSoftmaxCrossEntropyWithLogits"] = SparseSoftmaxCrossEntropyKernel.Bind,
        ["FusedBatchNormV3"] = FusedBatchNormKernel.Bind,
        ["FusedBatchNormGradV3"] = FusedBatchNormGradKernel.Bind,
        ["L2Loss"] = L2LossKernel.Bind,
        ["LeakyRelu"] = LeakyReluKernel.Bind,
        ["LeakyReluGrad"] = LeakyReluKernel.BindGrad,
        ["LRN"] = LRNKernel.Bind,
        ["LRNGrad"] = LRNKernel.BindGrad,
        ["Dilation2D"] = Dilation2DKernel.Bind,
        ["Dilation2DBackpropInput"] = Dilation2DKernel.Bind,
        ["Dilation2DBackpropFilter"] = Dilation2DKernel.Bind,
    };
}
