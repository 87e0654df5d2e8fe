using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>ReverseSequence: slices that lie at one index of both the batch and the sequence axis move together.</summary>
internal static unsafe class ReverseSequenceKernel
{
    public static Action? Bind(KernelContext context)
    {
        var (input, lengths, output) = (context.Input(0), context.Input(1), context.Output());
        int batchAxis = ShapeRules.Axis(context.Attr<long>("batch_dim"), input.Shape.Rank);
        int sequenceAxis = ShapeRules.Axis(context.Attr<long>("seq_dim"), input.Shape.Rank);
        if (batchAxis == sequenceAxis)
            throw new ArgumentException($"{context.Operation.Name}: batch_dim and seq_dim are both {batchAxis}.");
        long inner = input.Shape.Slice(Math.Max(batchAxis, sequenceAxis) + 1).Size;
        var strides = StridedBlock.Dense(input.Shape.Dims).Strides;
        var (batchStride, batchLength) = (strides[batchAxis], input.Shape[batchAxis]);
        var (sequenceStride, sequenceLength) = (strides[sequenceAxis], input.Shape[sequenceAxis]);
        int size = input.DType.Size();
        string name = context.Operation.Name;
        return () =>
        {
            var length = new IndexReader(lengths);
            for (long at = 0; at < input.Count; at += inner)
            {
                long sequence = at / sequenceStride % sequenceLength;
                long count = length[at / batchStride % batchLength];
                if ((ulong)count > (ulong)sequenceLength)
                    throw new ArgumentException($"{name}: the sequence length {count} is not in [0, {sequenceLength}].");
                long from = sequence < count ? at + ((count - 1 - (2 * sequence)) * sequenceStride) : at;
                NativeMemory.Copy(
                    (void*)(input.Pointer + (nint)(from * size)),
                    (void*)(output.Pointer + (nint)(at * size)),
                    (nuint)(inner * size)
                );
            }
        };
    }
}
