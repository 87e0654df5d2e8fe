using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>ResizeNearestNeighbor, which copies pixels of any type, and its gradient, which adds them up.</summary>
internal static unsafe class ResizeNearestKernel
{
    private const long Grain = 1 << 13;

    public static Action? Forward(KernelContext context)
    {
        var (images, output) = (context.Input(0), context.Output());
        if (output.Count == 0)
            return null;
        ResizeKernel.CheckNotEmpty(context, images.Shape);
        var rows = ResizeAxis.Of(context, images.Shape[1], output.Shape[1]);
        var columns = ResizeAxis.Of(context, images.Shape[2], output.Shape[2]);
        long pixel = images.Shape[3] * images.DType.Size();
        Action<long, long> body = (begin, end) =>
        {
            byte* target = (byte*)output.Pointer + begin * columns.Length * pixel;
            for (long row = begin; row < end; row++)
            {
                long from = (row / rows.Length * images.Shape[1] + rows.Indices[row % rows.Length]) * images.Shape[2];
                for (int column = 0; column < columns.Length; column++, target += pixel)
                    NativeBlock.CopyShort((byte*)images.Pointer + (from + columns.Indices[column]) * pixel, target, pixel);
            }
        };
        long count = output.Shape[0] * rows.Length;
        long grain = Math.Max(1, Grain * count / output.Count);
        return () => Threads.For(count, grain, body);
    }

    public static Action? Gradient(KernelContext context)
    {
        var output = context.Output();
        return output.Count == 0 ? null : DTypeDispatch.Numeric(output.DType, new GradientVisitor(context));
    }

    private sealed class GradientVisitor(KernelContext context) : INumericVisitor
    {
        private readonly Slot gradient = context.Input(0),
            output = context.Output();

        private readonly ResizeAxis rows = ResizeAxis.Of(context, context.Output().Shape[1], context.Input(0).Shape[1]),
            columns = ResizeAxis.Of(context, context.Output().Shape[2], context.Input(0).Shape[2]);

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Action<long, long> body = Run<T>;
            long grain = Math.Max(1, Grain * output.Shape[0] / output.Count);
            return () => Threads.For(output.Shape[0], grain, body);
        }

        private void Run<T>(long begin, long end)
            where T : unmanaged, INumber<T>
        {
            long channels = output.Shape[3];
            long image = output.Count / output.Shape[0];
            NativeBlock.Clear((T*)output.Pointer + begin * image, (end - begin) * image);
            T* dy = (T*)gradient.Pointer + begin * rows.Length * columns.Length * channels;
            for (long row = begin * rows.Length; row < end * rows.Length; row++)
            for (int column = 0; column < columns.Length; column++, dy += channels)
            {
                long pixel =
                    (row / rows.Length * output.Shape[1] + rows.Indices[row % rows.Length]) * output.Shape[2] + columns.Indices[column];
                T* dx = (T*)output.Pointer + pixel * channels;
                for (long c = 0; c < channels; c++)
                    dx[c] += dy[c];
            }
        }
    }
}
