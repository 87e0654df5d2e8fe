using KerasSharp.Engines.Torch.Kernels.Elementwise;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Ops that are one strided copy.</summary>
internal static unsafe class MoveKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Transpose"] = Transpose,
        ["BroadcastTo"] = BroadcastTo,
        ["Tile"] = Tile,
        ["Slice"] = Slice,
        ["StridedSlice"] = StridedSlice,
        ["StridedSliceGrad"] = StridedSliceGrad,
        ["ReverseV2"] = ReverseV2,
        ["Snapshot"] = Copy,
    };

    /// <summary>A step that copies between two slots.</summary>
    public static Action? Step(Slot source, Slot target, ReadOnlySpan<long> sizes, StridedBlock from, StridedBlock to) =>
        Step(source, target, sizes, from, to, target.DType.Size());

    /// <summary>A step that copies elements of a size between two slots, of which one may be scratch memory.</summary>
    public static Action? Step(Slot source, Slot target, ReadOnlySpan<long> sizes, StridedBlock from, StridedBlock to, int elementSize)
    {
        if (target.Count == 0 || source.Count == 0)
            return null;
        var movement = new Movement(sizes, from, to, elementSize);
        return () => movement.Run(source.Pointer, target.Pointer);
    }

    private static Action? Transpose(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        var dense = StridedBlock.Dense(input.Shape.Dims).Strides;
        var strides = context.Ints(1).Select(axis => dense[axis < 0 ? axis + dense.Length : axis]).ToArray();
        var dims = output.Shape.ToArray();
        return Step(input, output, dims, new StridedBlock(strides), StridedBlock.Dense(dims));
    }

    private static Action? BroadcastTo(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        var dims = output.Shape.ToArray();
        return Step(input, output, dims, new StridedBlock(Broadcast.Strides(input.Shape, output.Shape)), StridedBlock.Dense(dims));
    }

    private static Action? Tile(KernelContext context)
    {
        var dims = context.Input(0).Shape.ToArray();
        var multiples = context.Ints(1);
        var dense = StridedBlock.Dense(dims).Strides;
        long[] split = [.. dims.SelectMany((dim, i) => new[] { multiples[i], dim })];
        long[] strides = [.. dense.SelectMany(stride => new[] { 0, stride })];
        return Step(context.Input(0), context.Output(), split, new StridedBlock(strides), StridedBlock.Dense(split));
    }

    private static Action? Slice(KernelContext context)
    {
        var dims = context.Output().Shape.ToArray();
        var ones = Enumerable.Repeat(1L, dims.Length).ToArray();
        var window = StridedBlock.Window(context.Input(0).Shape.Dims, context.Ints(1), ones);
        return Step(context.Input(0), context.Output(), dims, window, StridedBlock.Dense(dims));
    }

    private static Action? StridedSlice(KernelContext context)
    {
        var spec = Spec(context, context.Input(0).Shape);
        var window = StridedBlock.Window(context.Input(0).Shape.Dims, spec.Begin, spec.Stride);
        return Step(context.Input(0), context.Output(), spec.Length, window, StridedBlock.Dense(spec.Length));
    }

    private static Action? StridedSliceGrad(KernelContext context)
    {
        var (gradient, output) = (context.Input(4), context.Output());
        var spec = Spec(context, output.Shape);
        var window = StridedBlock.Window(output.Shape.Dims, spec.Begin, spec.Stride);
        var step = Step(gradient, output, spec.Length, StridedBlock.Dense(spec.Length), window);
        return () =>
        {
            System.Runtime.InteropServices.NativeMemory.Clear((void*)output.Pointer, (nuint)output.Bytes);
            step?.Invoke();
        };
    }

    private static StridedSliceSpec Spec(KernelContext context, Shape shape) =>
        StridedSliceSpec.Resolve(
            shape,
            [.. context.Ints(1).Select(value => (long?)value)],
            [.. context.Ints(2).Select(value => (long?)value)],
            context.Ints(3),
            context.Operation.Attributes
        );

    private static Action? ReverseV2(KernelContext context)
    {
        var dims = context.Input(0).Shape.ToArray();
        var begin = new long[dims.Length];
        var steps = Enumerable.Repeat(1L, dims.Length).ToArray();
        foreach (long axis in context.Ints(1))
        {
            int at = ShapeRules.Axis(axis, dims.Length);
            (begin[at], steps[at]) = (dims[at] - 1, -1);
        }
        return Step(context.Input(0), context.Output(), dims, StridedBlock.Window(dims, begin, steps), StridedBlock.Dense(dims));
    }

    private static Action? Copy(KernelContext context)
    {
        var dims = context.Output().Shape.ToArray();
        return Step(context.Input(0), context.Output(), dims, StridedBlock.Dense(dims), StridedBlock.Dense(dims));
    }
}
