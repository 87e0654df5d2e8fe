using System.Numerics;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Kernels.Elementwise;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Functions of elements or short vectors beyond the elementwise table.</summary>
internal static unsafe class ClipKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["ClipByValue"] = context => DTypeDispatch.Numeric(context.Output().DType, new ClipVisitor(context)),
        ["Cross"] = context => DTypeDispatch.Numeric(context.Output().DType, new CrossVisitor(context)),
        ["ApproximateEqual"] = context => DTypeDispatch.Numeric(context.Input(0).DType, new ApproximateVisitor(context)),
        ["PopulationCount"] = context => DTypeDispatch.Element(context.Input(0).DType, new PopulationVisitor(context)),
    };

    private sealed class ClipVisitor(KernelContext context) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            Broadcast.Bind(
                context,
                [context.Input(0), context.Input(1), context.Input(2)],
                stays => (operands, count) => Run((T*)operands[0], (T*)operands[1], (T*)operands[2], (T*)operands[3], count, stays)
            );

        /// <summary>The bounds are applied one after the other, so that the lower one wins where they cross; NaN stays NaN.</summary>
        private static void Run<T>(T* t, T* low, T* high, T* output, int count, bool[] stays)
            where T : unmanaged, INumber<T>
        {
            int element = stays[0] ? 0 : 1;
            int lowStep = stays[1] ? 0 : 1;
            int highStep = stays[2] ? 0 : 1;
            for (int i = 0; i < count; i++)
                output[i] = T.Max(T.Min(t[i * element], high[i * highStep]), low[i * lowStep]);
        }
    }

    private sealed class CrossVisitor(KernelContext context) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (a, b, output) = (context.Input(0), context.Input(1), context.Output());
            if (output.Shape.Rank == 0 || output.Shape[-1] != 3)
                throw new ArgumentException($"{context.Operation.Name}: the last axis of shape {output.Shape} must have length 3.");
            return () =>
            {
                for (long i = 0; i < output.Count; i += 3)
                {
                    T* x = (T*)a.Pointer + i;
                    T* y = (T*)b.Pointer + i;
                    T* z = (T*)output.Pointer + i;
                    (z[0], z[1], z[2]) = ((x[1] * y[2]) - (x[2] * y[1]), (x[2] * y[0]) - (x[0] * y[2]), (x[0] * y[1]) - (x[1] * y[0]));
                }
            };
        }
    }

    private sealed class ApproximateVisitor(KernelContext context) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (x, y, output) = (context.Input(0), context.Input(1), context.Output());
            T tolerance = T.CreateTruncating(context.Attr<double>("tolerance"));
            return () =>
            {
                for (long i = 0; i < output.Count; i++)
                    ((byte*)output.Pointer)[i] = T.Abs(((T*)x.Pointer)[i] - ((T*)y.Pointer)[i]) < tolerance ? (byte)1 : (byte)0;
            };
        }
    }

    private sealed class PopulationVisitor(KernelContext context) : IElementVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IEquatable<T>
        {
            var (input, output) = (context.Input(0), context.Output());
            int size = sizeof(T);
            return () =>
            {
                for (long i = 0; i < output.Count; i++)
                {
                    int count = 0;
                    for (int j = 0; j < size; j++)
                        count += BitOperations.PopCount(((byte*)input.Pointer)[(i * size) + j]);
                    ((byte*)output.Pointer)[i] = (byte)count;
                }
            };
        }
    }
}
