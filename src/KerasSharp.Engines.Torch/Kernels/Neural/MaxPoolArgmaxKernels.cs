using System.Numerics;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>MaxPoolWithArgmax and its first and second gradients.</summary>
internal static unsafe class MaxPoolArgmaxKernels
{
    public static Action? Forward(KernelContext context)
    {
        var geometry = PoolKernels.Geometry(context, context.Input(0).Shape);
        return context.Output().Count == 0 ? null : DTypeDispatch.Numeric(context.Input(0).DType, new ForwardVisitor(context, geometry));
    }

    public static Action? Gradient(KernelContext context)
    {
        var geometry = PoolKernels.Geometry(context, context.Input(0).Shape);
        Check(context, geometry, context.Input(1), context.Input(2));
        return DTypeDispatch.Numeric(context.Input(0).DType, new GradientVisitor(context, geometry));
    }

    public static Action? SecondGradient(KernelContext context)
    {
        var geometry = PoolKernels.Geometry(context, context.Input(0).Shape);
        Check(context, geometry, context.Output(), context.Input(2));
        return DTypeDispatch.Numeric(context.Input(0).DType, new SecondVisitor(context, geometry));
    }

    private static void Check(KernelContext context, PoolGeometry geometry, params Slot[] slots)
    {
        foreach (var slot in slots)
            if (slot.Count != geometry.Batch * geometry.OutputStride)
                throw new ArgumentException(
                    $"{context.Operation.Name}: the window makes {geometry.Batch * geometry.OutputStride} elements, but {slot.Shape} came."
                );
    }

    private sealed class ForwardVisitor(KernelContext context, PoolGeometry geometry) : INumericVisitor
    {
        private readonly bool includeBatch = context.Attr<bool>("include_batch_in_index");

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Action<long, long> body = context.Output(1).DType == DType.Int32 ? Run<T, int> : Run<T, long>;
            long grain = PoolKernels.RowGrain(geometry, context.Input(0));
            return () => Threads.For(geometry.Rows, grain, body);
        }

        private void Run<T, TIndex>(long begin, long end)
            where T : unmanaged, INumber<T>
            where TIndex : unmanaged, IBinaryInteger<TIndex> =>
            MaxPoolArgmax.Forward(
                geometry,
                (T*)context.Input(0).Pointer,
                (T*)context.Output(0).Pointer,
                (TIndex*)context.Output(1).Pointer,
                includeBatch,
                (int)begin,
                (int)end
            );
    }

    private sealed class GradientVisitor(KernelContext context, PoolGeometry geometry) : INumericVisitor
    {
        private readonly bool includeBatch = context.Attr<bool>("include_batch_in_index");

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => context.Input(2).DType == DType.Int32 ? Run<T, int> : Run<T, long>;

        private void Run<T, TIndex>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
            where TIndex : unmanaged, IBinaryInteger<TIndex> =>
            MaxPoolGradient.Scatter(
                geometry,
                (T*)context.Input(1).Pointer,
                (TIndex*)context.Input(2).Pointer,
                (T*)context.Output().Pointer,
                includeBatch,
                0,
                geometry.Batch
            );
    }

    private sealed class SecondVisitor(KernelContext context, PoolGeometry geometry) : INumericVisitor
    {
        private readonly bool includeBatch = context.Attr<bool>("include_batch_in_index");

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Run<T>;

        private void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var (gradient, output) = (context.Input(1), context.Output());
            var argmax = new IndexReader(context.Input(2));
            for (long i = 0; i < output.Count; i++)
            {
                long at = argmax[i] + (includeBatch ? 0 : i / geometry.OutputStride * geometry.InputStride);
                if ((ulong)at >= (ulong)gradient.Count)
                    throw new ArgumentException($"{context.Operation.Name}: argmax {argmax[i]} of element {i} lies outside the input.");
                ((T*)output.Pointer)[i] = ((T*)gradient.Pointer)[at];
            }
        }
    }
}
