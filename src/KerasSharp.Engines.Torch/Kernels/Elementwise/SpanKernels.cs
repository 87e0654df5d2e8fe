using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>y = f(x), element by element.</summary>
internal delegate void UnarySpan<TIn, TOut>(ReadOnlySpan<TIn> x, Span<TOut> y);

/// <summary>z = f(x, y), element by element.</summary>
internal delegate void BinarySpan<TIn, TOut>(ReadOnlySpan<TIn> x, ReadOnlySpan<TIn> y, Span<TOut> z);

/// <summary>z = f(x, y) with one y for all.</summary>
internal delegate void ScalarSpan<TIn, TOut>(ReadOnlySpan<TIn> x, TIn y, Span<TOut> z);

/// <summary>Makes <see cref="ElementwiseKernel"/>s, which work on addresses, from functions of spans.</summary>
internal static unsafe class SpanKernels
{
    /// <summary>The most elements a kernel is ever given at once; stack space for widened copies is made for it.</summary>
    private const int Block = 1024;

    /// <summary>A kernel of one operand.</summary>
    public static ElementwiseKernel Unary<TIn, TOut>(UnarySpan<TIn, TOut> function)
        where TIn : unmanaged
        where TOut : unmanaged => (operands, count) => function(Read<TIn>(operands[0], count), Write<TOut>(operands[1], count));

    /// <summary>A kernel of two operands, either of which may be one number for all.</summary>
    /// <param name="function">For two vectors.</param>
    /// <param name="withScalar">For a vector and a number, where there is a faster way than to repeat the number.</param>
    /// <param name="xScalar">Whether x is one number.</param>
    /// <param name="yScalar">Whether y is one number.</param>
    /// <param name="commutes">Whether the operands may be exchanged.</param>
    public static ElementwiseKernel Binary<TIn, TOut>(
        BinarySpan<TIn, TOut> function,
        ScalarSpan<TIn, TOut>? withScalar,
        bool commutes,
        bool xScalar,
        bool yScalar
    )
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (yScalar && withScalar is not null)
            return (operands, count) => withScalar(Read<TIn>(operands[0], count), *(TIn*)operands[1], Write<TOut>(operands[2], count));
        if (xScalar && commutes && withScalar is not null)
            return (operands, count) => withScalar(Read<TIn>(operands[1], count), *(TIn*)operands[0], Write<TOut>(operands[2], count));
        if (!xScalar && !yScalar)
            return (operands, count) =>
                function(Read<TIn>(operands[0], count), Read<TIn>(operands[1], count), Write<TOut>(operands[2], count));
        return (operands, count) =>
        {
            TIn* repeated = stackalloc TIn[Math.Min(count, Block)];
            new Span<TIn>(repeated, Math.Min(count, Block)).Fill(*(TIn*)operands[xScalar ? 0 : 1]);
            for (int start = 0; start < count; start += Block)
            {
                int length = Math.Min(Block, count - start);
                var scalar = new ReadOnlySpan<TIn>(repeated, length);
                var vector = Read<TIn>(operands[xScalar ? 1 : 0] + (start * sizeof(TIn)), length);
                function(xScalar ? scalar : vector, xScalar ? vector : scalar, Write<TOut>(operands[2] + (start * sizeof(TOut)), length));
            }
        };
    }

    /// <summary>A kernel of one 16-bit operand, computed in float32 and rounded.</summary>
    public static UnarySpan<TNarrow, TNarrow> Widened<TNarrow>(
        UnarySpan<float, float> function,
        UnarySpan<TNarrow, float> widen,
        UnarySpan<float, TNarrow> narrow
    )
        where TNarrow : unmanaged =>
        (x, y) =>
        {
            float* wide = stackalloc float[Math.Min(x.Length, Block)];
            for (int start = 0; start < x.Length; start += Block)
            {
                var span = new Span<float>(wide, Math.Min(Block, x.Length - start));
                widen(x.Slice(start, span.Length), span);
                function(span, span);
                narrow(span, y.Slice(start, span.Length));
            }
        };

    /// <summary>A kernel of two 16-bit operands, computed in float32 and rounded.</summary>
    public static BinarySpan<TNarrow, TNarrow> Widened<TNarrow>(
        BinarySpan<float, float> function,
        UnarySpan<TNarrow, float> widen,
        UnarySpan<float, TNarrow> narrow
    )
        where TNarrow : unmanaged =>
        (x, y, z) =>
        {
            float* wide = stackalloc float[2 * Block];
            for (int start = 0; start < x.Length; start += Block)
            {
                int length = Math.Min(Block, x.Length - start);
                var left = new Span<float>(wide, length);
                var right = new Span<float>(wide + Block, length);
                widen(x.Slice(start, length), left);
                widen(y.Slice(start, length), right);
                function(left, right, left);
                narrow(left, z.Slice(start, length));
            }
        };

    private static ReadOnlySpan<T> Read<T>(nint address, int count)
        where T : unmanaged => MemoryMarshal.CreateReadOnlySpan(ref *(T*)address, count);

    private static Span<T> Write<T>(nint address, int count)
        where T : unmanaged => MemoryMarshal.CreateSpan(ref *(T*)address, count);
}
