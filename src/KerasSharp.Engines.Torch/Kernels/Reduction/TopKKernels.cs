using System.Numerics;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>Ops that pick elements by order along the last axis.</summary>
internal static unsafe class TopKKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["TopKV2"] = TopK,
        ["NthElement"] = NthElement,
        ["InTopK"] = context => InTopK(context, context.Attr<long>("k")),
        ["InTopKV2"] = context => InTopK(context, context.Ints(2)[0]),
    };

    private static Action? TopK(KernelContext context)
    {
        var input = context.Input(0);
        long k = context.Ints(1)[0];
        if (context.Output().Count == 0)
            return null;
        return DTypeDispatch.Numeric(
            input.DType,
            new TopKVisitor(input, (int)input.Shape[-1], (int)k, context.Output(0), context.Output(1))
        );
    }

    private static Action? NthElement(KernelContext context)
    {
        var input = context.Input(0);
        int length = checked((int)input.Shape[-1]);
        long n = context.Ints(1)[0];
        if (n < 0 || n >= length)
            throw new ArgumentException(
                $"{context.Operation.Name}: n is {n}, but the last axis of shape {input.Shape} has {length} elements."
            );
        int at = (int)(context.Attr<bool>("reverse") ? length - 1 - n : n);
        return DTypeDispatch.Numeric(input.DType, new NthVisitor(input, length, at, context.Output()));
    }

    private static Action? InTopK(KernelContext context, long k)
    {
        var (predictions, targets, output) = (context.Input(0), context.Input(1), context.Output());
        int classes = checked((int)predictions.Shape[-1]);
        return () =>
        {
            var target = new IndexReader(targets);
            for (long row = 0; row < output.Count; row++)
                ((byte*)output.Pointer)[row] = IsIn(
                    new ReadOnlySpan<float>((float*)predictions.Pointer + (row * classes), classes),
                    target[row],
                    k
                )
                    ? (byte)1
                    : (byte)0;
        };
    }

    private static bool IsIn(ReadOnlySpan<float> row, long target, long k)
    {
        if ((ulong)target >= (ulong)row.Length)
            return false;
        float value = row[(int)target];
        int above = 0;
        foreach (float other in row)
        {
            if (!float.IsFinite(other))
                return false;
            if (other > value)
                above++;
        }
        return above < k;
    }

    private sealed class TopKVisitor(Slot input, int length, int k, Slot values, Slot indices) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var order = new RowOrder<T>(length);
            return () =>
            {
                long rows = input.Count / length;
                for (long row = 0; row < rows; row++)
                {
                    var elements = new ReadOnlySpan<T>((T*)input.Pointer + (row * length), length);
                    var best = order.Greatest(elements, k);
                    for (int i = 0; i < k; i++)
                    {
                        ((T*)values.Pointer)[(row * k) + i] = elements[best[i]];
                        IndexWriter.Set(indices, (row * k) + i, best[i]);
                    }
                }
            };
        }
    }

    private sealed class NthVisitor(Slot input, int length, int at, Slot output) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var sorted = new T[length];
            return () =>
            {
                for (long row = 0; row < output.Count; row++)
                {
                    new ReadOnlySpan<T>((T*)input.Pointer + (row * length), length).CopyTo(sorted);
                    Array.Sort(sorted);
                    ((T*)output.Pointer)[row] = sorted[at];
                }
            };
        }
    }
}
