using KerasSharp.Engines.Torch.Kernels.Reduction;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Distinct elements and slices, compared byte by byte.</summary>
internal static unsafe class UniqueKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Unique"] = context => Unique(context, 0),
        ["UniqueWithCounts"] = context => Unique(context, 0),
        ["UniqueV2"] = context => Unique(context, context.Ints(1) is [var axis] ? axis : 0),
        ["UniqueWithCountsV2"] = context => Unique(context, context.Ints(1) is [var axis] ? axis : 0),
        ["ListDiff"] = context => DTypeDispatch.Element(context.Input(0).DType, new DifferenceVisitor(context)),
    };

    private static Action? Unique(KernelContext context, long axis)
    {
        var input = context.Input(0);
        var view = AxisView.Of(input.Shape, axis);
        var slices = Slices(context, view);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new List<long>();
        var which = new int[view.Length];
        var counts = new List<long>();
        for (int i = 0; i < slices.Length; i++)
        {
            if (!found.TryGetValue(slices[i], out int id))
            {
                found[slices[i]] = id = first.Count;
                first.Add(i);
                counts.Add(0);
            }
            which[i] = id;
            counts[id]++;
        }
        var (y, idx) = (Distinct(context, input, axis, first.Count), context.Allocate(1, Shape.Of(view.Length)));
        var count = context.OutputCount > 2 ? context.Allocate(2, Shape.Of(first.Count)) : null;
        return () =>
        {
            for (int i = 0; i < which.Length; i++)
                IndexWriter.Set(idx, i, which[i]);
            for (int i = 0; count is not null && i < counts.Count; i++)
                IndexWriter.Set(count, i, counts[i]);
            CopySlices(input, y, view, first);
        };
    }

    private static Slot Distinct(KernelContext context, Slot input, long axis, int count) =>
        context.Allocate(0, input.Shape.With((int)axis, count));

    /// <summary>The bytes of each slice along the axis, as text to look up.</summary>
    private static string[] Slices(KernelContext context, AxisView view)
    {
        int size = context.Input(0).DType.Size();
        _ = context.Data<byte>(0);
        var bytes = new ReadOnlySpan<byte>((void*)context.Input(0).Pointer, checked((int)context.Input(0).Bytes));
        int inner = checked((int)view.Inner * size);
        var slices = new string[view.Length];
        for (int i = 0; i < slices.Length; i++)
        {
            var text = new System.Text.StringBuilder();
            for (int outer = 0; outer < view.Outer; outer++)
                foreach (byte value in bytes.Slice(((outer * slices.Length) + i) * inner, inner))
                    text.Append((char)value);
            slices[i] = text.ToString();
        }
        return slices;
    }

    private static void CopySlices(Slot input, Slot y, AxisView view, List<long> first)
    {
        long inner = view.Inner * y.DType.Size();
        for (long outer = 0; outer < view.Outer; outer++)
        for (int i = 0; i < first.Count; i++)
            System.Buffer.MemoryCopy(
                (byte*)input.Pointer + (((outer * view.Length) + first[i]) * inner),
                (byte*)y.Pointer + (((outer * first.Count) + i) * inner),
                inner,
                inner
            );
    }

    private sealed class DifferenceVisitor(KernelContext context) : IElementVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IEquatable<T>
        {
            var data = context.Data<T>(0);
            var excluded = new HashSet<T>();
            foreach (var value in context.Data<T>(1))
                excluded.Add(value);
            var kept = new List<int>();
            for (int i = 0; i < data.Length; i++)
                if (!excluded.Contains(data[i]))
                    kept.Add(i);
            var (input, output, idx) = (
                context.Input(0),
                context.Allocate(0, Shape.Of(kept.Count)),
                context.Allocate(1, Shape.Of(kept.Count))
            );
            return () =>
            {
                for (int i = 0; i < kept.Count; i++)
                {
                    ((T*)output.Pointer)[i] = ((T*)input.Pointer)[kept[i]];
                    IndexWriter.Set(idx, i, kept[i]);
                }
            };
        }
    }
}
