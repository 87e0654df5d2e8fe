using System.Numerics;
using KerasSharp.Engines.Torch.Kernels.Elementwise;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Products of matrices and of stacks of them.</summary>
internal static unsafe class MatMulKernels
{
    private const long Grain = 1 << 16;

    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["MatMul"] = context => Bind(context, "transpose_a", "transpose_b"),
        ["BatchMatMul"] = context => Bind(context, "adj_x", "adj_y"),
        ["BatchMatMulV2"] = context => Bind(context, "adj_x", "adj_y"),
        ["BatchMatMulV3"] = context => Bind(context, "adj_x", "adj_y"),
    };

    private static Action? Bind(KernelContext context, string transposeX, string transposeY)
    {
        var (x, y, output) = (context.Input(0), context.Input(1), context.Output());
        if (output.Count == 0)
            return null;
        bool adjX = context.Attr<bool>(transposeX);
        var product = new Product(
            adjX,
            context.Attr<bool>(transposeY),
            output.Shape[-2],
            output.Shape[-1],
            adjX ? x.Shape[-2] : x.Shape[-1]
        );
        var lead = output.Shape.Slice(0, output.Shape.Rank - 2);
        var visitor = new Visitor(product, x, y, output, Offsets(x, lead), Offsets(y, lead));
        if (x.DType == y.DType && x.DType == output.DType)
            return DTypeDispatch.Numeric(x.DType, visitor);
        if (x.DType == DType.Int8 && y.DType == DType.Int8 && output.DType == DType.Int32)
            return visitor.Widening<sbyte, int>();
        if (x.DType == DType.UInt8 && y.DType == DType.UInt8 && output.DType == DType.Int32)
            return visitor.Widening<byte, int>();
        throw new NotSupportedException(
            $"{context.Operation.Name}: the Torch engine does not multiply {x.DType.Name()} by {y.DType.Name()} to {output.DType.Name()}. Cast them (Op.Cast)."
        );
    }

    /// <summary>For each matrix of the result the first element of the operand's matrix.</summary>
    private static long[] Offsets(Slot operand, Shape lead)
    {
        long matrix = operand.Shape[-1] * operand.Shape[-2];
        var strides = Broadcast.Strides(operand.Shape.Slice(0, operand.Shape.Rank - 2), lead);
        var offsets = new long[lead.Size];
        for (long i = 0; i < offsets.Length; i++)
        {
            long rest = i;
            for (int d = lead.Rank - 1; d >= 0; d--)
            {
                (rest, long at) = Math.DivRem(rest, lead[d]);
                offsets[i] += at * strides[d] * matrix;
            }
        }
        return offsets;
    }

    private sealed class Visitor(Product product, Slot x, Slot y, Slot output, long[] xOffsets, long[] yOffsets) : INumericVisitor
    {
        private readonly long size = output.Count / xOffsets.Length;

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            if (xOffsets.Length == 1)
                return () => product.Run((T*)x.Pointer, (T*)y.Pointer, (T*)output.Pointer);
            return Loop(
                (begin, end) =>
                {
                    for (long i = begin; i < end; i++)
                        product.Run((T*)x.Pointer + xOffsets[i], (T*)y.Pointer + yOffsets[i], (T*)output.Pointer + (i * size));
                }
            );
        }

        public Action Widening<TIn, TOut>()
            where TIn : unmanaged, INumber<TIn>
            where TOut : unmanaged, INumber<TOut> =>
            Loop(
                (begin, end) =>
                {
                    for (long i = begin; i < end; i++)
                        product.Loop((TIn*)x.Pointer + xOffsets[i], (TIn*)y.Pointer + yOffsets[i], (TOut*)output.Pointer + (i * size));
                }
            );

        private Action Loop(Action<long, long> body) => () => Threads.For(xOffsets.Length, Math.Max(1, Grain / product.Work), body);
    }
}
