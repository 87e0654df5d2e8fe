using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>The inner kernel of matrix products and convolutions: 6 rows by 32 columns of float32 sums held in 512-bit registers.</summary>
internal static unsafe class TileKernel
{
    public const int Rows = 6;
    public const int Columns = 32;

    /// <summary>Whether the processor has what makes the kernel fast.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    /// <summary>C = (C +) A · B for one tile.</summary>
    /// <param name="rows">Where each of the 6 rows of A begins.</param>
    /// <param name="loop">The walk through A, the same for each row.</param>
    /// <param name="b">Rows of B of 32 numbers, one for each step of the walk.</param>
    /// <param name="ldb">Elements from a row of B to the next.</param>
    /// <param name="c">The tile of C.</param>
    /// <param name="ldc">Elements from a row of C to the next.</param>
    /// <param name="accumulate">Whether to add to C.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float** rows, in TileLoop loop, float* b, nint ldb, float* c, nint ldc, bool accumulate)
    {
        float* a0 = rows[0],
            a1 = rows[1],
            a2 = rows[2],
            a3 = rows[3],
            a4 = rows[4],
            a5 = rows[5];
        nint step = loop.InnerStep;
        Vector512<float> c00 = default,
            c01 = default;
        Vector512<float> c10 = default,
            c11 = default;
        Vector512<float> c20 = default,
            c21 = default;
        Vector512<float> c30 = default,
            c31 = default;
        Vector512<float> c40 = default,
            c41 = default;
        Vector512<float> c50 = default,
            c51 = default;
        for (int outer = 0; outer < loop.OuterCount; outer++)
        for (int middle = 0; middle < loop.MiddleCount; middle++)
        {
            nint i = outer * loop.OuterStep + middle * loop.MiddleStep;
            for (int inner = loop.InnerCount; inner > 0; inner--)
            {
                Vector512<float> b0 = Vector512.Load(b),
                    b1 = Vector512.Load(b + 16),
                    a;
                a = Vector512.Create(a0[i]);
                c00 = Vector512.FusedMultiplyAdd(a, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(a, b1, c01);
                a = Vector512.Create(a1[i]);
                c10 = Vector512.FusedMultiplyAdd(a, b0, c10);
                c11 = Vector512.FusedMultiplyAdd(a, b1, c11);
                a = Vector512.Create(a2[i]);
                c20 = Vector512.FusedMultiplyAdd(a, b0, c20);
                c21 = Vector512.FusedMultiplyAdd(a, b1, c21);
                a = Vector512.Create(a3[i]);
                c30 = Vector512.FusedMultiplyAdd(a, b0, c30);
                c31 = Vector512.FusedMultiplyAdd(a, b1, c31);
                a = Vector512.Create(a4[i]);
                c40 = Vector512.FusedMultiplyAdd(a, b0, c40);
                c41 = Vector512.FusedMultiplyAdd(a, b1, c41);
                a = Vector512.Create(a5[i]);
                c50 = Vector512.FusedMultiplyAdd(a, b0, c50);
                c51 = Vector512.FusedMultiplyAdd(a, b1, c51);
                b += ldb;
                i += step;
            }
        }
        Store(c + 0 * ldc, c00, c01, accumulate);
        Store(c + 1 * ldc, c10, c11, accumulate);
        Store(c + 2 * ldc, c20, c21, accumulate);
        Store(c + 3 * ldc, c30, c31, accumulate);
        Store(c + 4 * ldc, c40, c41, accumulate);
        Store(c + 5 * ldc, c50, c51, accumulate);
    }

    /// <summary>As <see cref="Run"/>, for a tile at the border of C of which only some rows and columns exist.</summary>
    public static void RunPartial(
        float** rows,
        in TileLoop loop,
        float* b,
        nint ldb,
        float* c,
        nint ldc,
        bool accumulate,
        int rowCount,
        int columnCount
    )
    {
        float* tile = stackalloc float[Rows * Columns];
        Run(rows, loop, b, ldb, tile, Columns, false);
        for (int r = 0; r < rowCount; r++)
        for (int j = 0; j < columnCount; j++)
            c[r * ldc + j] = tile[r * Columns + j] + (accumulate ? c[r * ldc + j] : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> left, Vector512<float> right, bool accumulate)
    {
        if (accumulate)
        {
            left += Vector512.Load(c);
            right += Vector512.Load(c + 16);
        }
        left.Store(c);
        right.Store(c + 16);
    }
}
