using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>AdjustContrastv2: each channel of an image stretched about its mean.</summary>
internal static unsafe class AdjustContrastKernel
{
    public static Action? Bind(KernelContext context)
    {
        if (context.Input(1).Count != 1)
            throw new ArgumentException(
                $"{context.Operation.Name}: the contrast factor must be a scalar, but its shape is {context.Input(1).Shape}."
            );
        return context.Output().Count == 0 ? null : DTypeDispatch.Floating(context.Input(0).DType, new Visitor(context));
    }

    private sealed class Visitor(KernelContext context) : IFloatVisitor
    {
        private readonly Slot images = context.Input(0),
            factor = context.Input(1),
            output = context.Output();

        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> => Run<T>;

        private void Run<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            long channels = images.Shape[-1];
            long image = images.Shape[-3] * images.Shape[-2] * channels;
            for (long start = 0; start < images.Count; start += image)
            for (long channel = start; channel < start + channels; channel++)
                Stretch((T*)images.Pointer + channel, (T*)output.Pointer + channel, image / channels, channels);
        }

        private void Stretch<T>(T* x, T* y, long count, long step)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            double mean = 0;
            for (long i = 0; i < count; i++)
                mean += double.CreateTruncating(x[i * step]);
            mean /= count;
            double slope = *(float*)factor.Pointer;
            for (long i = 0; i < count; i++)
                y[i * step] = T.CreateTruncating((double.CreateTruncating(x[i * step]) - mean) * slope + mean);
        }
    }
}
