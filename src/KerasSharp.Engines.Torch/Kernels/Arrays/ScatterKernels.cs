using System.Numerics;
using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Scatters: rows put, added or compared where indices point.</summary>
internal static unsafe class ScatterKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["ScatterNd"] = context => Bind(context, context.Input(0), context.Input(1), null),
        ["TensorScatterAdd"] = Tensor,
        ["TensorScatterSub"] = Tensor,
        ["TensorScatterMax"] = Tensor,
        ["TensorScatterMin"] = Tensor,
        ["TensorScatterUpdate"] = Tensor,
    };

    private static Action? Tensor(KernelContext context) => Bind(context, context.Input(1), context.Input(2), context.Input(0));

    private static Action? Bind(KernelContext context, Slot indices, Slot updates, Slot? start)
    {
        var output = context.Output();
        var vectors = new IndexVectors(output.Shape, indices.Shape, context.Operation.Name);
        if (updates.Count != vectors.Count * vectors.RowLength)
            throw new ArgumentException(
                $"{context.Operation.Name}: updates of shape {updates.Shape} do not fit indices {indices.Shape} into a tensor {output.Shape}."
            );
        var visitor = new Visitor(context.Operation.Type, vectors, indices, updates, start, output);
        return context.Operation.Type == "TensorScatterUpdate"
            ? DTypeDispatch.Element(output.DType, visitor)
            : DTypeDispatch.Numeric(output.DType, visitor);
    }

    private sealed class Visitor(string op, IndexVectors vectors, Slot indices, Slot updates, Slot? start, Slot output)
        : INumericVisitor,
            IElementVisitor
    {
        Action? INumericVisitor.Visit<T>() =>
            op switch
            {
                "TensorScatterSub" => () => Run<T, Subtract<T>>(),
                "TensorScatterMax" => () => Run<T, Larger<T>>(),
                "TensorScatterMin" => () => Run<T, Smaller<T>>(),
                _ => () => Run<T, Sum<T>>(),
            };

        Action? IElementVisitor.Visit<T>() => () => Run<T, Replace<T>>();

        private void Run<T, TCombine>()
            where T : unmanaged
            where TCombine : struct, ICombine<T>
        {
            if (start is null)
                NativeMemory.Clear((void*)output.Pointer, (nuint)output.Bytes);
            else
                NativeMemory.Copy((void*)start.Pointer, (void*)output.Pointer, (nuint)output.Bytes);
            var index = new IndexReader(indices);
            T* update = (T*)updates.Pointer;
            for (long i = 0; i < vectors.Count; i++)
            {
                T* row = (T*)output.Pointer + (vectors.Row(index, i) * vectors.RowLength);
                for (long j = 0; j < vectors.RowLength; j++)
                    row[j] = TCombine.Of(row[j], *update++);
            }
        }
    }

    private interface ICombine<T>
    {
        static abstract T Of(T old, T update);
    }

    private readonly struct Sum<T> : ICombine<T>
        where T : INumber<T>
    {
        public static T Of(T old, T update) => old + update;
    }

    private readonly struct Subtract<T> : ICombine<T>
        where T : INumber<T>
    {
        public static T Of(T old, T update) => old - update;
    }

    private readonly struct Larger<T> : ICombine<T>
        where T : INumber<T>
    {
        public static T Of(T old, T update) => T.Max(old, update);
    }

    private readonly struct Smaller<T> : ICombine<T>
        where T : INumber<T>
    {
        public static T Of(T old, T update) => T.Min(old, update);
    }

    private readonly struct Replace<T> : ICombine<T>
    {
        public static T Of(T old, T update) => update;
    }
}
