using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>AvgPool, AvgPool3D and their gradients.</summary>
internal static unsafe class AvgPoolKernels
{
    public static Action? Forward(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        var geometry = PoolKernels.Geometry(context, input.Shape);
        return output.Count == 0 ? null : DTypeDispatch.Floating(input.DType, new ForwardVisitor(geometry, input, output));
    }

    public static Action? Gradient(KernelContext context)
    {
        var (gradient, output) = (context.Input(1), context.Output());
        var geometry = PoolKernels.Geometry(context, output.Shape);
        if (gradient.Count != geometry.Batch * geometry.OutputStride)
            throw new ArgumentException(
                $"{context.Operation.Name}: the gradient {gradient.Shape} is not that of pooling an input of shape {output.Shape}."
            );
        return output.Count == 0 ? null : DTypeDispatch.Floating(output.DType, new GradientVisitor(geometry, gradient, output));
    }

    private sealed class ForwardVisitor(PoolGeometry geometry, Slot input, Slot output) : IFloatVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            Action<long, long> body = (begin, end) =>
                AveragePool.Forward(geometry, (T*)input.Pointer, (T*)output.Pointer, (int)begin, (int)end);
            long grain = PoolKernels.RowGrain(geometry, input);
            return () => Threads.For(geometry.Rows, grain, body);
        }
    }

    private sealed class GradientVisitor(PoolGeometry geometry, Slot gradient, Slot output) : IFloatVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            Action<long, long> body = (begin, end) =>
                AveragePool.Gradient(geometry, (T*)gradient.Pointer, (T*)output.Pointer, (int)begin, (int)end);
            long grain = PoolKernels.PictureGrain(geometry);
            return () => Threads.For(geometry.Batch, grain, body);
        }
    }
}
