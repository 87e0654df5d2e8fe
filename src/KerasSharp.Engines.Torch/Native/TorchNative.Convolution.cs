using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

internal static unsafe partial class TorchNative
{
    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_convolution(
        nint input,
        nint weight,
        nint* bias,
        long* stride,
        long strideLength,
        long* padding,
        long paddingLength,
        long* dilation,
        long dilationLength,
        int transposed,
        long* outputPadding,
        long outputPaddingLength,
        long groups,
        out nint result
    );

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_convolution_backward(
        nint gradient,
        nint input,
        nint weight,
        long** biasSizes,
        long biasSizesLength,
        long* stride,
        long strideLength,
        long* padding,
        long paddingLength,
        long* dilation,
        long dilationLength,
        int transposed,
        long* outputPadding,
        long outputPaddingLength,
        long groups,
        int* outputMask,
        long outputMaskLength,
        out nint inputGradient,
        out nint weightGradient,
        out nint biasGradient
    );
}
