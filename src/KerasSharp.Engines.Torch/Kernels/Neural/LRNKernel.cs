using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>LRN and its gradient, a pixel's channels at a time.</summary>
internal static unsafe class LRNKernel
{
    private const long Grain = 1 << 10;

    public static Action? Bind(KernelContext context) => Bind(context, false);

    public static Action? BindGrad(KernelContext context) => Bind(context, true);

    private static Action? Bind(KernelContext context, bool isGradient)
    {
        var output = context.Output();
        return output.Count == 0 ? null : DTypeDispatch.Floating(output.DType, new Visitor(context, isGradient));
    }

    private sealed class Visitor(KernelContext context, bool isGradient) : IFloatVisitor
    {
        private readonly long channels = context.Output().Shape[3];
        private readonly long radius = context.Attr<long>("depth_radius");
        private readonly double bias = context.Attr<double>("bias");
        private readonly double alpha = context.Attr<double>("alpha");
        private readonly double beta = context.Attr<double>("beta");

        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            Action<long, long> body = isGradient ? Backward<T> : Forward<T>;
            long grain = Math.Max(1, Grain / channels);
            long pixels = context.Output().Count / channels;
            return () => Threads.For(pixels, grain, body);
        }

        private void Forward<T>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            for (long at = begin * channels; at < end * channels; at += channels)
            {
                T* x = (T*)context.Input(0).Pointer + at;
                T* y = (T*)context.Output().Pointer + at;
                for (long c = 0; c < channels; c++)
                    y[c] = T.CreateTruncating(double.CreateTruncating(x[c]) * Math.Pow(Norm(x, c), -beta));
            }
        }

        private void Backward<T>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            for (long at = begin * channels; at < end * channels; at += channels)
            {
                T* dy = (T*)context.Input(0).Pointer + at;
                T* x = (T*)context.Input(1).Pointer + at;
                T* y = (T*)context.Input(2).Pointer + at;
                T* dx = (T*)context.Output().Pointer + at;
                for (long c = 0; c < channels; c++)
                {
                    double near = 0;
                    for (long k = Math.Max(0, c - radius); k <= Math.Min(channels - 1, c + radius); k++)
                        near += double.CreateTruncating(dy[k]) * double.CreateTruncating(y[k]) / Norm(x, k);
                    double own = double.CreateTruncating(dy[c]) * Math.Pow(Norm(x, c), -beta);
                    dx[c] = T.CreateTruncating(own - 2 * alpha * beta * double.CreateTruncating(x[c]) * near);
                }
            }
        }

        private double Norm<T>(T* x, long channel)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            double sum = 0;
            for (long k = Math.Max(0, channel - radius); k <= Math.Min(channels - 1, channel + radius); k++)
                sum += double.CreateTruncating(x[k] * x[k]);
            return bias + alpha * sum;
        }
    }
}
