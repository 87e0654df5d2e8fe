using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>The kernels of convolutions and their gradients.</summary>
internal static class ConvolutionKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Conv2D"] = ConvolutionKernel.Forward,
        ["Conv3D"] = ConvolutionKernel.Forward,
        ["DepthwiseConv2dNative"] = DepthwiseKernel.Forward,
        ["Conv2DBackpropInput"] = ConvolutionKernel.InputGradient,
        ["Conv3DBackpropInputV2"] = ConvolutionKernel.InputGradient,
        ["DepthwiseConv2dNativeBackpropInput"] = DepthwiseKernel.InputGradient,
        ["Conv2DBackpropFilter"] = ConvolutionKernel.FilterGradient,
        ["Conv3DBackpropFilterV2"] = ConvolutionKernel.FilterGradient,
        ["DepthwiseConv2dNativeBackpropFilter"] = DepthwiseKernel.FilterGradient,
    };
}
