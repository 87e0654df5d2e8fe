using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>Softmax and LogSoftmax along the last axis: float32 by vectors, other types element by element.</summary>
internal static unsafe class SoftmaxKernel
{
    private const long Grain = 1 << 13;

    public static Action? Bind(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        if (output.Count == 0)
            return null;
        return DTypeDispatch.Floating(input.DType, new Visitor(input, output, context.Operation.Type == "LogSoftmax"));
    }

    private sealed class Visitor(Slot input, Slot output, bool isLog) : IFloatVisitor
    {
        private readonly long length = input.Shape[-1];

        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            Action<long, long> body =
                typeof(T) == typeof(float) ? Single
                : typeof(T) == typeof(Half) ? Wide<Half, float>
                : Wide<T, T>;
            long grain = Math.Max(1, Grain / length);
            return () => Threads.For(input.Count / length, grain, body);
        }

        private void Single(long begin, long end)
        {
            float* source = (float*)input.Pointer;
            float* target = (float*)output.Pointer;
            if (isLog)
                SoftmaxRows.LogSoftmax(source, target, length, begin, end);
            else
                SoftmaxRows.Softmax(source, target, length, begin, end);
        }

        /// <summary>Rows of T computed in TWide.</summary>
        private void Wide<T, TWide>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
            where TWide : unmanaged, IFloatingPointIeee754<TWide>
        {
            for (long row = begin; row < end; row++)
            {
                T* x = (T*)input.Pointer + row * length;
                T* y = (T*)output.Pointer + row * length;
                var maximum = TWide.NegativeInfinity;
                for (long i = 0; i < length; i++)
                    maximum = TWide.Max(maximum, TWide.CreateTruncating(x[i]));
                var sum = TWide.Zero;
                for (long i = 0; i < length; i++)
                    sum += TWide.Exp(TWide.CreateTruncating(x[i]) - maximum);
                var logSum = TWide.Log(sum);
                for (long i = 0; i < length; i++)
                {
                    var centered = TWide.CreateTruncating(x[i]) - maximum;
                    y[i] = T.CreateTruncating(isLog ? centered - logSum : TWide.Exp(centered) / sum);
                }
            }
        }
    }
}
