using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>
/// DepthwiseConv2dNative and its gradients, by vectors of channels. Where a channel has several filters the input is first repeated, so that
/// every output channel has an input channel of its own.
/// </summary>
internal static class DepthwiseKernel
{
    public static Action? Forward(KernelContext context) =>
        Bind(context, context.Input(0).Shape, context.Input(1).Shape, DepthwiseRole.Output);

    public static Action? InputGradient(KernelContext context) =>
        Bind(context, context.Output().Shape, context.Input(1).Shape, DepthwiseRole.Input);

    public static Action? FilterGradient(KernelContext context) =>
        Bind(context, context.Input(0).Shape, context.Output().Shape, DepthwiseRole.Filter);

    private static Action? Bind(KernelContext context, Shape input, Shape filter, DepthwiseRole role)
    {
        var geometry = DepthwiseGeometry.Of(context, input, filter);
        if (role != DepthwiseRole.Output && context.Input(2).Count != geometry.OutputCount)
            throw new ArgumentException(
                $"{context.Operation.Name}: the gradient {context.Input(2).Shape} is not that of convolving {input} with {filter}."
            );
        return context.Output().Count == 0 ? null : DTypeDispatch.Floating(context.Output().DType, new Visitor(context, geometry, role));
    }

    private sealed unsafe class Visitor(KernelContext context, DepthwiseGeometry geometry, DepthwiseRole role) : IFloatVisitor
    {
        private readonly Slot? wide =
            geometry.Multiplier == 1 ? null : context.Scratch(geometry.InputCount * geometry.Multiplier * context.Output().DType.Size());

        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> =>
            role switch
            {
                DepthwiseRole.Output => Step(Expand<T>, Output<T>, geometry.Batch * geometry.Rows.Output, null),
                DepthwiseRole.Input => Step(null, Input<T>, geometry.Batch, Fold<T>),
                _ => Step(Expand<T>, Filter<T>, geometry.Taps, null),
            };

        private Action Step(Action? before, Action<long, long> body, long count, Action? after)
        {
            bool isWide = wide is not null;
            long grain = geometry.Grain(count);
            return () =>
            {
                if (isWide)
                    before?.Invoke();
                Threads.For(count, grain, body);
                if (isWide)
                    after?.Invoke();
            };
        }

        private void Output<T>(long begin, long end)
            where T : unmanaged, INumber<T>
        {
            T* x = (T*)(wide ?? context.Input(0)).Pointer;
            int n = geometry.Channels;
            for (long cell = begin * geometry.Columns.Output; cell < end * geometry.Columns.Output; cell++)
            {
                var y = new Span<T>((T*)context.Output().Pointer + cell * n, n);
                y.Clear();
                for (long tap = 0; tap < geometry.Taps; tap++)
                    if (geometry.At(cell, tap) is >= 0 and var at)
                        TensorPrimitives.MultiplyAdd(new ReadOnlySpan<T>(x + at * n, n), Tap<T>(context.Input(1), tap), y, y);
            }
        }

        private void Input<T>(long begin, long end)
            where T : unmanaged, INumber<T>
        {
            T* dx = (T*)(wide ?? context.Output()).Pointer;
            int n = geometry.Channels;
            long pixels = geometry.Rows.Input * geometry.Columns.Input;
            NativeBlock.Clear(dx + begin * pixels * n, (end - begin) * pixels * n);
            long cells = geometry.Rows.Output * geometry.Columns.Output;
            for (long cell = begin * cells; cell < end * cells; cell++)
            for (long tap = 0; tap < geometry.Taps; tap++)
                if (geometry.At(cell, tap) is >= 0 and var at)
                {
                    var target = new Span<T>(dx + at * n, n);
                    TensorPrimitives.MultiplyAdd(Tap<T>(context.Input(2), cell), Tap<T>(context.Input(1), tap), target, target);
                }
        }

        private void Filter<T>(long begin, long end)
            where T : unmanaged, INumber<T>
        {
            T* x = (T*)(wide ?? context.Input(0)).Pointer;
            int n = geometry.Channels;
            long cells = geometry.Batch * geometry.Rows.Output * geometry.Columns.Output;
            for (long tap = begin; tap < end; tap++)
            {
                var sum = new Span<T>((T*)context.Output().Pointer + tap * n, n);
                sum.Clear();
                for (long cell = 0; cell < cells; cell++)
                    if (geometry.At(cell, tap) is >= 0 and var at)
                        TensorPrimitives.MultiplyAdd(new ReadOnlySpan<T>(x + at * n, n), Tap<T>(context.Input(2), cell), sum, sum);
            }
        }

        /// <summary>Row i of a slot whose rows have a number for each output channel.</summary>
        private ReadOnlySpan<T> Tap<T>(Slot slot, long i)
            where T : unmanaged => new((T*)slot.Pointer + i * geometry.Channels, geometry.Channels);

        private void Expand<T>()
            where T : unmanaged
        {
            T* source = (T*)context.Input(0).Pointer;
            for (long i = 0; i < geometry.InputCount; i++)
                new Span<T>((T*)wide!.Pointer + i * geometry.Multiplier, geometry.Multiplier).Fill(source[i]);
        }

        private void Fold<T>()
            where T : unmanaged, INumber<T>
        {
            T* target = (T*)context.Output().Pointer;
            for (long i = 0; i < geometry.InputCount; i++)
                target[i] = TensorPrimitives.Sum(new ReadOnlySpan<T>((T*)wide!.Pointer + i * geometry.Multiplier, geometry.Multiplier));
        }
    }
}
