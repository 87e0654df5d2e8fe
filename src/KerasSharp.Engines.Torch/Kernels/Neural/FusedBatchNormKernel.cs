using KerasSharp.Engines.Torch.Kernels.Elementwise;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>FusedBatchNormV3 of float32.</summary>
internal sealed unsafe class FusedBatchNormKernel
{
    private readonly KernelContext context;
    private readonly BatchNormLayout layout;
    private readonly ChannelSums sums;
    private readonly ChannelAffine affine;
    private readonly double epsilon;
    private readonly double factor;
    private readonly bool training;

    private FusedBatchNormKernel(KernelContext context)
    {
        this.context = context;
        layout = new BatchNormLayout(context.Input(0).Shape, context.Attr<string>("data_format"));
        sums = new ChannelSums(context, layout);
        affine = new ChannelAffine(context, layout);
        epsilon = context.Attr<double>("epsilon");
        factor = context.Attr<double>("exponential_avg_factor");
        training = context.Attr<bool>("is_training");
    }

    public static Action? Bind(KernelContext context) =>
        context.Input(0).DType == DType.Float32 ? new FusedBatchNormKernel(context).Run : throw ElementwiseKernels.NoKernel(context);

    private void Run()
    {
        *At(context.Output(5)) = 0;
        if (training)
            Train();
        else
            Infer();
    }

    private void Train()
    {
        float* x = At(context.Input(0));
        float* mean = At(context.Output(3));
        float* variance = At(context.Output(4));
        long count = layout.Count;
        sums.Sum(x, null, null, mean);
        for (int c = 0; c < layout.Channels; c++)
            mean[c] /= count;
        sums.Sum(x, null, mean, variance);
        for (int c = 0; c < layout.Channels; c++)
        {
            variance[c] /= count;
            Normalize(c, mean[c], variance[c]);
            float unbiased = count > 1 ? (float)(variance[c] * (double)count / (count - 1)) : variance[c];
            At(context.Output(1))[c] = Average(3, c, mean[c]);
            At(context.Output(2))[c] = Average(4, c, unbiased);
        }
        if (count > 0)
            affine.Run(x, null, At(context.Output(0)));
    }

    private void Infer()
    {
        float* mean = At(context.Input(3));
        float* variance = At(context.Input(4));
        for (int c = 0; c < layout.Channels; c++)
        {
            Normalize(c, mean[c], variance[c]);
            At(context.Output(1))[c] = At(context.Output(3))[c] = mean[c];
            At(context.Output(2))[c] = At(context.Output(4))[c] = variance[c];
        }
        if (layout.Count > 0)
            affine.Run(At(context.Input(0)), null, At(context.Output(0)));
    }

    private void Normalize(int channel, float mean, float variance)
    {
        float scale = (float)(At(context.Input(1))[channel] / Math.Sqrt(variance + epsilon));
        affine.Set(channel, scale, 0, At(context.Input(2))[channel] - mean * scale);
    }

    /// <summary>The new running value: of the old one, unless the factor is 1, and this batch's.</summary>
    private float Average(int input, int channel, float batch) =>
        factor == 1 ? batch : (float)((1 - factor) * At(context.Input(input))[channel] + factor * batch);

    private static float* At(Slot slot) => (float*)slot.Pointer;
}
