using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>Bilinear and bicubic resizing and their gradients: weighted sums along both axes.</summary>
internal static unsafe class ResizeKernel
{
    private const long Grain = 1 << 13;

    public static Action? Forward(KernelContext context)
    {
        var (images, output) = (context.Input(0), context.Output());
        if (output.Count == 0)
            return null;
        CheckNotEmpty(context, images.Shape);
        return DTypeDispatch.Numeric(images.DType, new ForwardVisitor(Axes(context, images.Shape, output.Shape), images, output));
    }

    public static Action? Gradient(KernelContext context)
    {
        var (gradient, output) = (context.Input(0), context.Output());
        if (output.Count == 0)
            return null;
        if (gradient.Shape[0] != output.Shape[0] || gradient.Shape[3] != output.Shape[3])
            throw new ArgumentException(
                $"{context.Operation.Name}: the gradient {gradient.Shape} and the images {output.Shape} differ in batch or channels."
            );
        return DTypeDispatch.Floating(output.DType, new GradientVisitor(Axes(context, output.Shape, gradient.Shape), gradient, output));
    }

    /// <summary>Resizing nothing is an error.</summary>
    public static void CheckNotEmpty(KernelContext context, Shape images)
    {
        if (images[1] == 0 || images[2] == 0)
            throw new ArgumentException($"{context.Operation.Name}: images of shape {images} have no pixels to resize.");
    }

    private static (ResizeAxis Rows, ResizeAxis Columns) Axes(KernelContext context, Shape original, Shape resized) =>
        (ResizeAxis.Of(context, original[1], resized[1]), ResizeAxis.Of(context, original[2], resized[2]));

    private sealed class ForwardVisitor((ResizeAxis Rows, ResizeAxis Columns) axes, Slot images, Slot output) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Action<long, long> body = Run<T>;
            long rows = output.Shape[0] * output.Shape[1];
            long grain = Math.Max(1, Grain * rows / output.Count);
            return () => Threads.For(rows, grain, body);
        }

        private void Run<T>(long begin, long end)
            where T : unmanaged, INumber<T>
        {
            var (rows, columns) = axes;
            long channels = output.Shape[3];
            float* y = (float*)output.Pointer + begin * columns.Length * channels;
            for (long row = begin; row < end; row++)
            for (int column = 0; column < columns.Length; column++, y += channels)
            {
                NativeBlock.Clear(y, channels);
                for (int v = (int)(row % rows.Length) * rows.Taps, lastV = v + rows.Taps; v < lastV; v++)
                for (int h = column * columns.Taps, lastH = h + columns.Taps; h < lastH; h++)
                {
                    long pixel = (row / rows.Length * images.Shape[1] + rows.Indices[v]) * images.Shape[2] + columns.Indices[h];
                    T* x = (T*)images.Pointer + pixel * channels;
                    float weight = rows.Weights[v] * columns.Weights[h];
                    for (long c = 0; c < channels; c++)
                        y[c] += weight * float.CreateTruncating(x[c]);
                }
            }
        }
    }

    private sealed class GradientVisitor((ResizeAxis Rows, ResizeAxis Columns) axes, Slot gradient, Slot output) : IFloatVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            Action<long, long> body = Run<T>;
            long grain = Math.Max(1, Grain * output.Shape[0] / output.Count);
            return () => Threads.For(output.Shape[0], grain, body);
        }

        private void Run<T>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var (rows, columns) = axes;
            long channels = output.Shape[3];
            long image = output.Count / output.Shape[0];
            NativeBlock.Clear((T*)output.Pointer + begin * image, (end - begin) * image);
            float* dy = (float*)gradient.Pointer + begin * rows.Length * columns.Length * channels;
            for (long row = begin * rows.Length; row < end * rows.Length; row++)
            for (int column = 0; column < columns.Length; column++, dy += channels)
            for (int v = (int)(row % rows.Length) * rows.Taps, lastV = v + rows.Taps; v < lastV; v++)
            for (int h = column * columns.Taps, lastH = h + columns.Taps; h < lastH; h++)
            {
                long pixel = (row / rows.Length * output.Shape[1] + rows.Indices[v]) * output.Shape[2] + columns.Indices[h];
                T* dx = (T*)output.Pointer + pixel * channels;
                float weight = rows.Weights[v] * columns.Weights[h];
                for (long c = 0; c < channels; c++)
                    dx[c] += T.CreateTruncating(weight * dy[c]);
            }
        }
    }
}
