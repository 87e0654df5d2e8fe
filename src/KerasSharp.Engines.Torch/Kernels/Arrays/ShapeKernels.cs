using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Ops on shapes and other small vectors of integers.</summary>
internal static class ShapeKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Shape"] = context => Write(context, 0, context.Input(0).Shape.ToArray()),
        ["ShapeN"] = ShapeN,
        ["Size"] = context => Write(context, 0, [context.Input(0).Count]),
        ["Rank"] = context => Write(context, 0, [context.Input(0).Shape.Rank]),
        ["BroadcastArgs"] = BroadcastArgs,
        ["BroadcastGradientArgs"] = BroadcastGradientArgs,
        ["ConcatOffset"] = ConcatOffset,
        ["InvertPermutation"] = InvertPermutation,
        ["UnravelIndex"] = UnravelIndex,
    };

    private static Action Write(KernelContext context, int output, long[] values)
    {
        var slot = context.Output(output);
        return () =>
        {
            for (int i = 0; i < values.Length; i++)
                IndexWriter.Set(slot, i, values[i]);
        };
    }

    private static Action? ShapeN(KernelContext context)
    {
        var steps = Enumerable.Range(0, context.InputCount).Select(i => Write(context, i, context.Input(i).Shape.ToArray())).ToArray();
        return () =>
        {
            foreach (var step in steps)
                step();
        };
    }

    private static Action? BroadcastArgs(KernelContext context)
    {
        var shape = ShapeRules.Broadcast(Shape.Of(context.Ints(0)), Shape.Of(context.Ints(1)));
        return Write(context, 0, shape.ToArray());
    }

    /// <summary>For each of two shapes the axes of their common shape along which it was repeated or had length 1.</summary>
    private static Action? BroadcastGradientArgs(KernelContext context)
    {
        var (first, second) = (context.Ints(0), context.Ints(1));
        int rank = Math.Max(first.Length, second.Length);
        long[] left = [.. Enumerable.Repeat(1L, rank - first.Length), .. first];
        long[] right = [.. Enumerable.Repeat(1L, rank - second.Length), .. second];
        var axes = Enumerable.Range(0, rank).ToArray();
        var lists = first.AsSpan().SequenceEqual(second)
            ? (Left: [], Right: [])
            : (
                Left: axes.Where(i => left[i] == 1).Select(i => (long)i).ToArray(),
                Right: axes.Where(i => right[i] == 1).Select(i => (long)i).ToArray()
            );
        context.Allocate(0, Shape.Of(lists.Left.Length));
        context.Allocate(1, Shape.Of(lists.Right.Length));
        Write(context, 0, lists.Left)();
        return Write(context, 1, lists.Right);
    }

    private static Action? ConcatOffset(KernelContext context)
    {
        var steps = new List<Action>();
        int axis = ShapeRules.Axis(context.Ints(0)[0], (int)context.Input(1).Count);
        long at = 0;
        for (int i = 1; i < context.InputCount; i++)
        {
            var shape = context.Ints(i);
            var offset = new long[shape.Length];
            offset[axis] = at;
            at += shape[axis];
            steps.Add(Write(context, i - 1, offset));
        }
        return () => steps.ForEach(step => step());
    }

    private static Action? InvertPermutation(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        string name = context.Operation.Name;
        return () =>
        {
            var index = new IndexReader(input);
            for (long i = 0; i < input.Count; i++)
            {
                if ((ulong)index[i] >= (ulong)input.Count)
                    throw new ArgumentException($"{name}: {index[i]} is not in [0, {input.Count}), so this is no permutation.");
                IndexWriter.Set(output, index[i], i);
            }
        };
    }

    private static Action? UnravelIndex(KernelContext context)
    {
        var (indices, output, dims) = (context.Input(0), context.Output(), context.Ints(1));
        long size = dims.Aggregate(1L, (x, y) => x * y);
        string name = context.Operation.Name;
        return () =>
        {
            var index = new IndexReader(indices);
            for (long i = 0; i < indices.Count; i++)
            {
                long rest = index[i];
                if ((ulong)rest >= (ulong)size)
                    throw new ArgumentException($"{name}: index {rest} is not in [0, {size}).");
                for (int d = dims.Length - 1; d >= 0; d--)
                {
                    (rest, long at) = Math.DivRem(rest, dims[d]);
                    IndexWriter.Set(output, (d * indices.Count) + i, at);
                }
            }
        };
    }
}
