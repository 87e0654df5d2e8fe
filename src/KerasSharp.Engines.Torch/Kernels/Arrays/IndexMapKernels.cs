using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Ops that read each axis through a table of indices: mirror images and rolls.</summary>
internal static class IndexMapKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["MirrorPad"] = context =>
            DTypeDispatch.Element(
                context.Output().DType,
                new IndexMapRead(context.Input(0), context.Output(), Mirror(context, context.Input(0).Shape))
            ),
        ["MirrorPadGrad"] = context =>
            DTypeDispatch.Numeric(
                context.Output().DType,
                new IndexMapAdd(context.Input(0), context.Output(), Mirror(context, context.Output().Shape))
            ),
        ["Roll"] = context =>
            DTypeDispatch.Element(context.Output().DType, new IndexMapRead(context.Input(0), context.Output(), Roll(context))),
    };

    /// <summary>For each axis of the padded tensor the offsets of what its indices show in the inner one.</summary>
    private static long[][] Mirror(KernelContext context, Shape inner)
    {
        var paddings = context.Ints(1);
        int skip = context.Attr<string>("mode") == "REFLECT" ? 1 : 0;
        var strides = StridedBlock.Dense(inner.Dims).Strides;
        var maps = new long[inner.Rank][];
        for (int axis = 0; axis < maps.Length; axis++)
        {
            long length = inner[axis];
            long before = paddings[2 * axis];
            long after = paddings[(2 * axis) + 1];
            if (Math.Max(before, after) > length - skip)
                throw new ArgumentException(
                    $"{context.Operation.Name}: axis {axis} of length {length} cannot be padded by {before} and {after} mirrored elements."
                );
            maps[axis] = new long[before + length + after];
            for (long i = 0; i < maps[axis].Length; i++)
            {
                long at = i - before;
                at =
                    at < 0 ? -at - 1 + skip
                    : at >= length ? (2 * length) - at - 1 - skip
                    : at;
                maps[axis][i] = at * strides[axis];
            }
        }
        return maps;
    }

    private static long[][] Roll(KernelContext context)
    {
        var dims = context.Input(0).Shape.ToArray();
        var (shifts, axes) = (context.Ints(1), context.Ints(2));
        var total = new long[dims.Length];
        for (int i = 0; i < axes.Length; i++)
            total[ShapeRules.Axis(axes[i], dims.Length)] += shifts[i];
        var strides = StridedBlock.Dense(dims).Strides;
        return
        [
            .. dims.Select(
                (dim, axis) => Enumerable.Range(0, (int)dim).Select(i => (((i - total[axis]) % dim) + dim) % dim * strides[axis]).ToArray()
            ),
        ];
    }
}
