using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>Reductions over rows grouped by id.</summary>
internal static unsafe class SegmentKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = Enumerable
        .Select<string, KeyValuePair<string, KernelBinder>>(
            ["SegmentSum", "SegmentMean", "SegmentMax", "SegmentMin", "SegmentProd"],
            name => new(name, BindSorted)
        )
        .Concat(
            Enumerable.Select<string, KeyValuePair<string, KernelBinder>>(
                ["UnsortedSegmentSum", "UnsortedSegmentMax", "UnsortedSegmentMin", "UnsortedSegmentProd"],
                name => new(name, context => Bind(context, context.Output()))
            )
        )
        .ToDictionary();

    private static Action? BindSorted(KernelContext context)
    {
        var ids = context.Ints(1);
        for (int i = 0; i < ids.Length; i++)
            if (ids[i] < (i == 0 ? 0 : ids[i - 1]))
                throw new ArgumentException($"{context.Operation.Name}: segment_ids must ascend from 0 up, but element {i} is {ids[i]}.");
        var output = context.Output();
        if (!output.Shape.IsDefined)
            output = context.Allocate(0, context.Input(0).Shape.With(0, ids.Length == 0 ? 0 : ids[^1] + 1));
        return Bind(context, output);
    }

    private static Action? Bind(KernelContext context, Slot output) =>
        DTypeDispatch.Numeric(
            output.DType,
            new Visitor(context.Operation.Type, context.Operation.Name, context.Input(0), context.Input(1), output)
        );

    private sealed class Visitor(string op, string name, Slot data, Slot ids, Slot output) : INumericVisitor
    {
        private readonly long[] counts = new long[output.Shape[0]];
        private readonly int row = checked((int)output.Shape.Slice(1).Size);

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            op switch
            {
                "SegmentSum" or "UnsortedSegmentSum" => () => Run<T>(T.Zero, T.Zero, TensorPrimitives.Add),
                "SegmentProd" or "UnsortedSegmentProd" => () => Run<T>(T.One, T.One, TensorPrimitives.Multiply),
                "UnsortedSegmentMax" => () => Run<T>(T.MinValue, T.MinValue, TensorPrimitives.Max),
                "UnsortedSegmentMin" => () => Run<T>(T.MaxValue, T.MaxValue, TensorPrimitives.Min),
                "SegmentMax" => () => Run<T>(T.MinValue, T.Zero, TensorPrimitives.Max),
                "SegmentMin" => () => Run<T>(T.MaxValue, T.Zero, TensorPrimitives.Min),
                _ => Mean<T>,
            };

        private void Run<T>(T start, T empty, Combine<T> combine)
            where T : unmanaged
        {
            Array.Clear(counts);
            var target = new Span<T>((void*)output.Pointer, checked((int)output.Count));
            target.Fill(start);
            var index = new IndexReader(ids);
            for (long i = 0; i < ids.Count; i++)
            {
                long id = index[i];
                if (id < 0)
                    continue;
                if (id >= counts.Length)
                    throw new ArgumentException($"{name}: the segment id {id} is not less than the number of segments, {counts.Length}.");
                var segment = target.Slice((int)id * row, row);
                combine(segment, new ReadOnlySpan<T>((T*)data.Pointer + (i * row), row), segment);
                counts[id]++;
            }
            for (int id = 0; id < counts.Length; id++)
                if (counts[id] == 0)
                    target.Slice(id * row, row).Fill(empty);
        }

        private void Mean<T>()
            where T : unmanaged, INumber<T>
        {
            Run<T>(T.Zero, T.Zero, TensorPrimitives.Add);
            var target = new Span<T>((void*)output.Pointer, checked((int)output.Count));
            for (int id = 0; id < counts.Length; id++)
                if (counts[id] > 1)
                    foreach (ref var element in target.Slice(id * row, row))
                        element /= T.CreateTruncating(counts[id]);
        }
    }

    private delegate void Combine<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);
}
