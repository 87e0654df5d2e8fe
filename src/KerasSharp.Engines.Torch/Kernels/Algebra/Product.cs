using System.Numerics;
using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Products of matrices in row order: by BLAS for float and double, by a plain loop for other numbers.</summary>
internal sealed unsafe class Product(bool transposeX, bool transposeY, long m, long n, long k)
{
    private readonly int m = checked((int)m);
    private readonly int n = checked((int)n);
    private readonly int k = checked((int)k);

    /// <summary>The number of multiplications.</summary>
    public long Work => Math.Max(1, (long)m * n * k);

    /// <summary>Writes op(x) · op(y), [m, n], where op(x) is [m, k] and op(y) is [k, n].</summary>
    public void Run<T>(T* x, T* y, T* target)
        where T : unmanaged, INumber<T>
    {
        if (m == 0 || n == 0)
            return;
        if (k == 0)
            new Span<T>(target, checked(m * n)).Clear();
        else if (typeof(T) == typeof(float))
            Blas.Gemm(
                transposeX,
                transposeY,
                m,
                n,
                k,
                1f,
                (float*)x,
                transposeX ? m : k,
                (float*)y,
                transposeY ? k : n,
                0f,
                (float*)target,
                n
            );
        else if (typeof(T) == typeof(double))
            Blas.Gemm(
                transposeX,
                transposeY,
                m,
                n,
                k,
                1.0,
                (double*)x,
                transposeX ? m : k,
                (double*)y,
                transposeY ? k : n,
                0.0,
                (double*)target,
                n
            );
        else
            Loop<T, T>(x, y, target);
    }

    /// <summary>The product of numbers of one type in another, wider one.</summary>
    public void Loop<TIn, TOut>(TIn* x, TIn* y, TOut* target)
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        long xRow = transposeX ? 1 : k;
        long xColumn = transposeX ? m : 1;
        long yRow = transposeY ? 1 : n;
        long yColumn = transposeY ? k : 1;
        for (long i = 0; i < m; i++)
        for (long j = 0; j < n; j++)
        {
            TOut sum = TOut.Zero;
            for (long l = 0; l < k; l++)
                sum += TOut.CreateTruncating(x[(i * xRow) + (l * xColumn)]) * TOut.CreateTruncating(y[(l * yRow) + (j * yColumn)]);
            target[(i * n) + j] = sum;
        }
    }
}
