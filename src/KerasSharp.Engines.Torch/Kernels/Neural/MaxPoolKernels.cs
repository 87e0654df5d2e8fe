using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>MaxPool, MaxPoolV2, MaxPool3D and their first and second gradients.</summary>
internal static unsafe class MaxPoolKernels
{
    public static Action? Forward(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        var geometry = PoolKernels.Geometry(context, input.Shape, context.InputCount == 3 ? 1 : -1);
        return output.Count == 0 ? null : DTypeDispatch.Numeric(input.DType, new ForwardVisitor(geometry, input, output));
    }

    public static Action? Gradient(KernelContext context)
    {
        var (input, gradient, output) = (context.Input(0), context.Input(2), context.Output());
        var geometry = PoolKernels.Geometry(context, input.Shape, context.InputCount == 5 ? 3 : -1);
        Check(context, geometry.Batch * geometry.OutputStride, gradient);
        return output.Count == 0
            ? null
            : DTypeDispatch.Numeric(input.DType, new GradientVisitor(geometry, input, gradient, output, KeepsFirstNaN(context)));
    }

    public static Action? SecondGradient(KernelContext context)
    {
        var (input, gradient, output) = (context.Input(0), context.Input(2), context.Output());
        var geometry = PoolKernels.Geometry(context, input.Shape, context.InputCount == 5 ? 3 : -1);
        Check(context, geometry.Batch * geometry.InputStride, gradient);
        Check(context, geometry.Batch * geometry.OutputStride, output);
        var places = context.Scratch(output.Count * sizeof(long));
        return output.Count == 0 ? null : DTypeDispatch.Numeric(input.DType, new SecondVisitor(geometry, input, gradient, output, places));
    }

    /// <summary>TensorFlow's kernel for images lets a NaN that comes first win, the one for volumes ignores it.</summary>
    private static bool KeepsFirstNaN(KernelContext context) => context.Operation.Type != "MaxPool3DGrad";

    private static void Check(KernelContext context, long expected, Slot slot)
    {
        if (slot.Count != expected)
            throw new ArgumentException(
                $"{context.Operation.Name}: the window makes {expected} elements of the input {context.Input(0).Shape}, but {slot.Shape} came."
            );
    }

    private sealed class ForwardVisitor(PoolGeometry geometry, Slot input, Slot output) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Action<long, long> body = (begin, end) =>
                MaxPool.Forward(geometry, (T*)input.Pointer, (T*)output.Pointer, (int)begin, (int)end);
            long grain = PoolKernels.RowGrain(geometry, input);
            return () => Threads.For(geometry.Rows, grain, body);
        }
    }

    private sealed class GradientVisitor(PoolGeometry geometry, Slot input, Slot gradient, Slot output, bool keepFirstNaN) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Action<long, long> body = (begin, end) =>
                MaxPoolGradient.Run(
                    geometry,
                    (T*)input.Pointer,
                    (T*)gradient.Pointer,
                    (T*)output.Pointer,
                    keepFirstNaN,
                    (int)begin,
                    (int)end
                );
            long grain = PoolKernels.PictureGrain(geometry);
            return () => Threads.For(geometry.Batch, grain, body);
        }
    }

    private sealed class SecondVisitor(PoolGeometry geometry, Slot input, Slot gradient, Slot output, Slot places) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Action<long, long> body = Gather<T>;
            long grain = PoolKernels.RowGrain(geometry, input);
            return () => Threads.For(geometry.Rows, grain, body);
        }

        private void Gather<T>(long begin, long end)
            where T : unmanaged, INumber<T>
        {
            long* at = (long*)places.Pointer;
            MaxPoolArgmax.Forward(geometry, (T*)input.Pointer, null, at, true, (int)begin, (int)end);
            long row = (long)geometry.Width.Output * geometry.Channels;
            for (long i = begin * row; i < end * row; i++)
                ((T*)output.Pointer)[i] = ((T*)gradient.Pointer)[at[i]];
        }
    }
}
