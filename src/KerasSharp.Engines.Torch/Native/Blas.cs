using System.Runtime.InteropServices;
using unsafe DoubleGemm = delegate* unmanaged[Cdecl]<
    byte*,
    byte*,
    int*,
    int*,
    int*,
    double*,
    double*,
    int*,
    double*,
    int*,
    double*,
    double*,
    int*,
    void>;
using unsafe SingleGemm = delegate* unmanaged[Cdecl]<
    byte*,
    byte*,
    int*,
    int*,
    int*,
    float*,
    float*,
    int*,
    float*,
    int*,
    float*,
    float*,
    int*,
    void>;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>Matrix products by the BLAS inside libtorch (MKL on x64), over matrices in row order.</summary>
internal static unsafe class Blas
{
    private static readonly SingleGemm Single = (SingleGemm)Export("sgemm_");

    private static readonly DoubleGemm Double = (DoubleGemm)Export("dgemm_");

    /// <summary>Whether the library exports its BLAS.</summary>
    public static bool IsAvailable => Single != null && Double != null;

    /// <summary>c = alpha · op(a) · op(b) + beta · c, where op(a) is [m, k] and op(b) is [k, n].</summary>
    /// <param name="transposeA">Whether a is stored [k, m].</param>
    /// <param name="transposeB">Whether b is stored [n, k].</param>
    /// <param name="m">Rows of c.</param>
    /// <param name="n">Columns of c.</param>
    /// <param name="k">The inner length.</param>
    /// <param name="alpha">A factor of the product.</param>
    /// <param name="a">The left matrix.</param>
    /// <param name="lda">Elements from one row of a to the next.</param>
    /// <param name="b">The right matrix.</param>
    /// <param name="ldb">Elements from one row of b to the next.</param>
    /// <param name="beta">A factor of what c holds; with 0 it is not read.</param>
    /// <param name="c">The result.</param>
    /// <param name="ldc">Elements from one row of c to the next.</param>
    public static void Gemm(
        bool transposeA,
        bool transposeB,
        int m,
        int n,
        int k,
        float alpha,
        float* a,
        int lda,
        float* b,
        int ldb,
        float beta,
        float* c,
        int ldc
    )
    {
        if (TileKernel.IsSupported && alpha == 1 && beta is 0f or 1f && m > 0 && n > 0)
        {
            TileGemm.Run(transposeA, transposeB, m, n, k, a, lda, b, ldb, c, ldc, accumulate: beta == 1);
            return;
        }
        // The Fortran routine sees row order as the transposed matrix, so the product is taken as cᵀ = bᵀ aᵀ.
        byte left = (byte)(transposeB ? 'T' : 'N');
        byte right = (byte)(transposeA ? 'T' : 'N');
        Single(&left, &right, &n, &m, &k, &alpha, b, &ldb, a, &lda, &beta, c, &ldc);
    }

    /// <inheritdoc cref="Gemm(bool, bool, int, int, int, float, float*, int, float*, int, float, float*, int)"/>
    public static void Gemm(
        bool transposeA,
        bool transposeB,
        int m,
        int n,
        int k,
        double alpha,
        double* a,
        int lda,
        double* b,
        int ldb,
        double beta,
        double* c,
        int ldc
    )
    {
        byte left = (byte)(transposeB ? 'T' : 'N');
        byte right = (byte)(transposeA ? 'T' : 'N');
        Double(&left, &right, &n, &m, &k, &alpha, b, &ldb, a, &lda, &beta, c, &ldc);
    }

    private static nint Export(string name) => NativeLibrary.TryGetExport(TorchLibrary.Load(), name, out nint address) ? address : 0;
}
