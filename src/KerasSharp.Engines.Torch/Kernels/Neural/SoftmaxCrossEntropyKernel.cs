using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>SoftmaxCrossEntropyWithLogits: float32 by vectors; other types, and inputs that are broadcast, element by element.</summary>
internal static unsafe class SoftmaxCrossEntropyKernel
{
    private const long Grain = 1 << 13;

    public static Action? Bind(KernelContext context) =>
        context.Output(1).Count == 0
            ? Kernels.Arrays.PadKernels.Clear(context.Output())
            : DTypeDispatch.Floating(context.Input(0).DType, new Visitor(context));

    private sealed class Visitor(KernelContext context) : IFloatVisitor
    {
        private readonly Slot features = context.Input(0),
            labels = context.Input(1),
            loss = context.Output(0),
            backprop = context.Output(1);

        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            bool dense = features.Shape.Equals(labels.Shape) && typeof(T) == typeof(float);
            Action<long, long> body = dense ? Single : Any<T>;
            long grain = Math.Max(1, Grain / backprop.Shape[1]);
            return () => Threads.For(loss.Count, grain, body);
        }

        private void Single(long begin, long end) =>
            SoftmaxCrossEntropyRows.Dense(
                (float*)features.Pointer,
                (float*)labels.Pointer,
                (float*)loss.Pointer,
                (float*)backprop.Pointer,
                backprop.Shape[1],
                begin,
                end
            );

        private void Any<T>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            long classes = backprop.Shape[1];
            for (long row = begin; row < end; row++)
                ((T*)loss.Pointer)[row] = CrossEntropyRows.Dense(
                    Row<T>(features, row),
                    Step(features),
                    Row<T>(labels, row),
                    Step(labels),
                    (T*)backprop.Pointer + row * classes,
                    classes
                );
        }

        private static T* Row<T>(Slot slot, long row)
            where T : unmanaged => (T*)slot.Pointer + (slot.Shape[0] == 1 ? 0 : row * slot.Shape[1]);

        private static long Step(Slot slot) => slot.Shape[1] == 1 ? 0 : 1;
    }
}
