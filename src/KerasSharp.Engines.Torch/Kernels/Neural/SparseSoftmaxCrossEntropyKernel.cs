using System.Numerics;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>SparseSoftmaxCrossEntropyWithLogits. All labels are checked before one is used.</summary>
internal static unsafe class SparseSoftmaxCrossEntropyKernel
{
    private const long Grain = 1 << 13;

    public static Action? Bind(KernelContext context) => DTypeDispatch.Floating(context.Input(0).DType, new Visitor(context));

    private sealed class Visitor(KernelContext context) : IFloatVisitor
    {
        private readonly string name = context.Operation.Name;

        private readonly Slot features = context.Input(0),
            labels = context.Input(1),
            loss = context.Output(0),
            backprop = context.Output(1);

        private readonly long classes = context.Input(0).Shape[1];

        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            Action<long, long> body =
                typeof(T) != typeof(float) ? Any<T>
                : labels.DType == DType.Int32 ? Single<int>
                : Single<long>;
            long grain = Math.Max(1, Grain / Math.Max(1, classes));
            return () =>
            {
                Check();
                Threads.For(labels.Count, grain, body);
            };
        }

        private void Check()
        {
            var reader = new IndexReader(labels);
            for (long row = 0; row < labels.Count; row++)
                if ((ulong)reader[row] >= (ulong)classes)
                    throw new ArgumentException(
                        $"{name}: label {row} is {reader[row]}, but there are {classes} classes, so labels go from 0 to {classes - 1}. "
                            + "Check the labels, or give the last layer as many units as there are classes."
                    );
        }

        private void Single<TLabel>(long begin, long end)
            where TLabel : unmanaged, IBinaryInteger<TLabel> =>
            SoftmaxCrossEntropyRows.Sparse(
                (float*)features.Pointer,
                (TLabel*)labels.Pointer,
                (float*)loss.Pointer,
                (float*)backprop.Pointer,
                classes,
                begin,
                end
            );

        private void Any<T>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var reader = new IndexReader(labels);
            for (long row = begin; row < end; row++)
                ((T*)loss.Pointer)[row] = CrossEntropyRows.Sparse(
                    (T*)features.Pointer + row * classes,
                    reader[row],
                    (T*)backprop.Pointer + row * classes,
                    classes
                );
        }
    }
}
