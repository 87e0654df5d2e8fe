using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Where, and the older Select.</summary>
internal static unsafe class WhereKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Where"] = Where,
        ["Select"] = Select,
    };

    private static Action? Where(KernelContext context) => DTypeDispatch.Element(context.Input(0).DType, new WhereVisitor(context));

    /// <summary>A row of the larger operands is taken from t or e as the condition's element says.</summary>
    private static Action? Select(KernelContext context)
    {
        var (condition, t, e, output) = (context.Input(0), context.Input(1), context.Input(2), context.Output());
        if (condition.Count == 0 || output.Bytes == 0)
            return null;
        if (condition.Count != output.Count && condition.Shape.Rank > 1)
            throw new ArgumentException(
                $"{context.Operation.Name}: the condition {condition.Shape} must be of the shape of t {t.Shape}, a vector over its rows, or a scalar."
            );
        long rowBytes = output.Bytes / condition.Count;
        return () =>
        {
            for (long i = 0; i < condition.Count; i++)
            {
                var source = ((byte*)condition.Pointer)[i] != 0 ? t : e;
                NativeMemory.Copy(
                    (void*)(source.Pointer + (nint)(i * rowBytes)),
                    (void*)(output.Pointer + (nint)(i * rowBytes)),
                    (nuint)rowBytes
                );
            }
        };
    }

    /// <summary>Elements count as true unless they are 0 (of floats, also -0).</summary>
    private sealed class WhereVisitor(KernelContext context) : IElementVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IEquatable<T>
        {
            var data = context.Data<T>(0);
            var negativeZero = context.Input(0).DType.IsFloating() ? NegativeZero<T>(context.Input(0).DType) : default;
            var hits = new List<long>();
            for (int i = 0; i < data.Length; i++)
                if (!data[i].Equals(default) && !data[i].Equals(negativeZero))
                    hits.Add(i);
            var dims = context.Input(0).Shape.ToArray();
            var output = context.Allocate(0, Shape.Of(hits.Count, dims.Length));
            return () => Write(hits, dims, (long*)output.Pointer);
        }

        private static T NegativeZero<T>(DType dtype)
            where T : unmanaged => MemoryMarshal.Read<T>(TensorValue.Scalar(-0.0, dtype).Bytes);

        private static void Write(List<long> hits, long[] dims, long* target)
        {
            foreach (long hit in hits)
            {
                long rest = hit;
                for (int d = dims.Length - 1; d >= 0; d--)
                    (rest, target[d]) = Math.DivRem(rest, dims[d]);
                target += dims.Length;
            }
        }
    }
}
