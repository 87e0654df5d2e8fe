using System.Numerics;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Ops that find where values stand among sorted ones.</summary>
internal static unsafe class SearchKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["LowerBound"] = context => DTypeDispatch.Numeric(context.Input(0).DType, new BoundVisitor(context, false)),
        ["UpperBound"] = context => DTypeDispatch.Numeric(context.Input(0).DType, new BoundVisitor(context, true)),
        ["Bucketize"] = context => DTypeDispatch.Numeric(context.Input(0).DType, new BucketVisitor(context)),
    };

    /// <summary>The number of ascending elements that are less than the value, or not greater.</summary>
    private static int Search<T>(ReadOnlySpan<T> sorted, T value, bool upper)
        where T : INumber<T>
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (upper ? sorted[middle] <= value : sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private sealed class BoundVisitor(KernelContext context, bool upper) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (sorted, values, output) = (context.Input(0), context.Input(1), context.Output());
            int length = checked((int)sorted.Shape[-1]);
            long perRow = values.Shape[-1];
            if (sorted.Shape.Rank != 2 || sorted.Shape[0] != values.Shape[0])
                throw new ArgumentException(
                    $"{context.Operation.Name}: sorted_inputs {sorted.Shape} and values {values.Shape} must be matrices of equally many rows."
                );
            return () =>
            {
                for (long i = 0; i < values.Count; i++)
                    IndexWriter.Set(
                        output,
                        i,
                        Search(new ReadOnlySpan<T>((T*)sorted.Pointer + (i / perRow * length), length), ((T*)values.Pointer)[i], upper)
                    );
            };
        }
    }

    private sealed class BucketVisitor(KernelContext context) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (input, output) = (context.Input(0), context.Output());
            double[] boundaries = [.. context.Attr<double[]>("boundaries").Select(boundary => (double)(float)boundary)];
            for (int i = 1; i < boundaries.Length; i++)
                if (boundaries[i] < boundaries[i - 1])
                    throw new ArgumentException($"{context.Operation.Name}: the boundaries must ascend.");
            return () =>
            {
                for (long i = 0; i < input.Count; i++)
                    ((int*)output.Pointer)[i] = Search(boundaries, double.CreateTruncating(((T*)input.Pointer)[i]), true);
            };
        }
    }
}
