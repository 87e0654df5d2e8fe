using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Ops that move blocks of space into the channels or the batch, and back.</summary>
internal static class BlockKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["SpaceToDepth"] = context => Depth(context, context.Input(0), context.Output(), toDepth: true),
        ["DepthToSpace"] = context => Depth(context, context.Output(), context.Input(0), toDepth: false),
        ["SpaceToBatchND"] = SpaceToBatch,
        ["BatchToSpaceND"] = BatchToSpace,
    };

    /// <summary>space is [n, h·b, w·b, c] (or its NCHW order), depth is [n, h, w, b·b·c]; both are seen as n, h, w, block row, block column, c.</summary>
    private static Action? Depth(KernelContext context, Slot space, Slot depth, bool toDepth)
    {
        long block = context.Attr<long>("block_size");
        bool isLast = context.Attr<string>("data_format") == "NHWC";
        var (c, h, w) = isLast ? (3, 1, 2) : (1, 2, 3);
        var s = StridedBlock.Dense(space.Shape.Dims).Strides;
        var d = StridedBlock.Dense(depth.Shape.Dims).Strides;
        long channels = space.Shape[c];
        long[] sizes = [space.Shape[0], depth.Shape[h], depth.Shape[w], block, block, channels];
        var inSpace = new StridedBlock([s[0], s[h] * block, s[w] * block, s[h], s[w], s[c]]);
        var inDepth = new StridedBlock([d[0], d[h], d[w], d[c] * channels * block, d[c] * channels, d[c]]);
        return toDepth ? MoveKernels.Step(space, depth, sizes, inSpace, inDepth) : MoveKernels.Step(depth, space, sizes, inDepth, inSpace);
    }

    private static Action? SpaceToBatch(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        var (block, paddings) = (context.Ints(1), context.Ints(2));
        var padded = input.Shape;
        var begin = new long[padded.Rank];
        for (int i = 0; i < block.Length; i++)
        {
            begin[i + 1] = paddings[2 * i];
            padded = padded.With(i + 1, padded[i + 1] + paddings[2 * i] + paddings[(2 * i) + 1]);
        }
        var space = Scratch(context, padded);
        var (sizes, inSpace, inBatch) = Views(padded, output.Shape, block);
        return Sequence(
            PadKernels.Clear(space),
            MoveKernels.Step(
                input,
                space,
                input.Shape.Dims,
                StridedBlock.Dense(input.Shape.Dims),
                Window(padded, begin),
                input.DType.Size()
            ),
            MoveKernels.Step(space, output, sizes, inSpace, inBatch, output.DType.Size())
        );
    }

    private static Action? BatchToSpace(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        var (block, crops) = (context.Ints(1), context.Ints(2));
        var whole = output.Shape;
        var begin = new long[whole.Rank];
        for (int i = 0; i < block.Length; i++)
        {
            begin[i + 1] = crops[2 * i];
            whole = whole.With(i + 1, input.Shape[i + 1] * block[i]);
        }
        var space = Scratch(context, whole);
        var (sizes, inSpace, inBatch) = Views(whole, input.Shape, block);
        return Sequence(
            null,
            MoveKernels.Step(input, space, sizes, inBatch, inSpace, input.DType.Size()),
            MoveKernels.Step(space, output, output.Shape.Dims, Window(whole, begin), StridedBlock.Dense(output.Shape.Dims))
        );
    }

    private static Slot Scratch(KernelContext context, Shape shape) => context.Scratch(shape.Size * context.Output().DType.Size());

    private static StridedBlock Window(Shape shape, long[] begin) =>
        StridedBlock.Window(shape.Dims, begin, [.. Enumerable.Repeat(1L, shape.Rank)]);

    /// <summary>Both tensors seen as block indices, n, the lengths in blocks, and the rest.</summary>
    private static (long[] Sizes, StridedBlock Space, StridedBlock Batch) Views(Shape space, Shape batch, long[] block)
    {
        int m = block.Length;
        var s = StridedBlock.Dense(space.Dims).Strides;
        var b = StridedBlock.Dense(batch.Dims).Strides;
        var rest = Enumerable.Range(m + 1, space.Rank - m - 1).ToArray();
        var inner = Enumerable.Range(1, m).ToArray();
        long n = space[0];
        var blockStrides = StridedBlock.Dense(block).Strides;
        return (
            [.. block, n, .. inner.Select(i => batch[i]), .. rest.Select(i => space[i])],
            new StridedBlock([.. inner.Select(i => s[i]), s[0], .. inner.Select(i => s[i] * block[i - 1]), .. rest.Select(i => s[i])]),
            new StridedBlock([
                .. blockStrides.Select(stride => stride * n * b[0]),
                b[0],
                .. inner.Select(i => b[i]),
                .. rest.Select(i => b[i]),
            ])
        );
    }

    private static Action Sequence(Action? first, Action? second, Action? third) =>
        () =>
        {
            first?.Invoke();
            second?.Invoke();
            third?.Invoke();
        };
}
