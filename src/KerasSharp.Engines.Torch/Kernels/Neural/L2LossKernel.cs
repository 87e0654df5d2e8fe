using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>L2Loss: half the sum of squares, summed block by block so that long sums keep their digits.</summary>
internal static unsafe class L2LossKernel
{
    private const int Block = 4096;

    public static Action? Bind(KernelContext context) =>
        DTypeDispatch.Floating(context.Input(0).DType, new Visitor(context.Input(0), context.Output()));

    private sealed class Visitor(Slot input, Slot output) : IFloatVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> => Run<T>;

        private void Run<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            double sum = 0;
            for (long at = 0; at < input.Count; at += Block)
                sum += double.CreateTruncating(
                    TensorPrimitives.SumOfSquares(new ReadOnlySpan<T>((T*)input.Pointer + at, (int)Math.Min(Block, input.Count - at)))
                );
            *(T*)output.Pointer = T.CreateTruncating(sum / 2);
        }
    }
}
