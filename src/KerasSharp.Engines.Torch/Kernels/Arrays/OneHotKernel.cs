using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>OneHot: the output is filled with one value, then the other is put at each index that is inside.</summary>
internal static unsafe class OneHotKernel
{
    public static Action? Bind(KernelContext context)
    {
        var axis = context.Attr<long>("axis");
        var (indices, output) = (context.Input(0), context.Output());
        int at = axis == -1 ? indices.Shape.Rank : (int)(axis < 0 ? axis + indices.Shape.Rank + 1 : axis);
        return DTypeDispatch.Element(
            output.DType,
            new Visitor(indices, context.Input(2), context.Input(3), output, output.Shape[at], indices.Shape.Slice(at).Size)
        );
    }

    /// <summary>The output is [outer, depth, inner], the indices [outer, inner].</summary>
    private sealed class Visitor(Slot indices, Slot on, Slot off, Slot output, long depth, long inner) : IElementVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IEquatable<T> =>
            () =>
            {
                T* target = (T*)output.Pointer;
                new Span<T>(target, checked((int)output.Count)).Fill(*(T*)off.Pointer);
                T value = *(T*)on.Pointer;
                var index = new IndexReader(indices);
                for (long i = 0; i < indices.Count; i++)
                    if (index[i] is var hit && (ulong)hit < (ulong)depth)
                        target[(((i / inner * depth) + hit) * inner) + (i % inner)] = value;
            };
    }
}
