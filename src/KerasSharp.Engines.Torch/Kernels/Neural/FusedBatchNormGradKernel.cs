using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Kernels.Elementwise;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>FusedBatchNormGradV3 of float32.</summary>
internal sealed unsafe class FusedBatchNormGradKernel
{
    private readonly KernelContext context;
    private readonly BatchNormLayout layout;
    private readonly ChannelSums sums;
    private readonly ChannelAffine affine;
    private readonly double epsilon;
    private readonly bool training;

    private FusedBatchNormGradKernel(KernelContext context)
    {
        this.context = context;
        layout = new BatchNormLayout(context.Input(1).Shape, context.Attr<string>("data_format"));
        sums = new ChannelSums(context, layout);
        affine = new ChannelAffine(context, layout);
        epsilon = context.Attr<double>("epsilon");
        training = context.Attr<bool>("is_training");
    }

    public static Action? Bind(KernelContext context)
    {
        if (context.Input(0).DType != DType.Float32)
            throw ElementwiseKernels.NoKernel(context);
        var kernel = new FusedBatchNormGradKernel(context);
        for (int i = 2; i <= 4; i++)
            if (context.Input(i).Count != kernel.layout.Channels)
                throw new ArgumentException(
                    $"{context.Operation.Name}: input {i} must have {kernel.layout.Channels} elements, one a channel, but its shape is {context.Input(i).Shape}."
                );
        return kernel.Run;
    }

    private void Run()
    {
        float* dy = (float*)context.Input(0).Pointer;
        float* x = (float*)context.Input(1).Pointer;
        float* scale = (float*)context.Input(2).Pointer;
        float* mean = (float*)context.Input(3).Pointer;
        float* variance = (float*)context.Input(4).Pointer;
        float* dscale = (float*)context.Output(1).Pointer;
        float* doffset = (float*)context.Output(2).Pointer;
        if (layout.Count == 0)
        {
            NativeMemory.Clear(dscale, (nuint)context.Output(1).Bytes);
            NativeMemory.Clear(doffset, (nuint)context.Output(2).Bytes);
            return;
        }
        sums.Sum(dy, null, null, doffset);
        sums.Sum(x, dy, mean, dscale);
        for (int c = 0; c < layout.Channels; c++)
        {
            double inverse = 1 / Math.Sqrt(variance[c] + epsilon);
            double a = scale[c] * inverse;
            double b = training ? -a * inverse * inverse * dscale[c] / layout.Count : 0;
            double offset = training ? -a * doffset[c] / layout.Count - b * mean[c] : 0;
            affine.Set(c, (float)a, (float)b, (float)offset);
            dscale[c] = (float)(dscale[c] * inverse);
        }
        affine.Run(dy, training ? x : null, (float*)context.Output(0).Pointer);
    }
}
