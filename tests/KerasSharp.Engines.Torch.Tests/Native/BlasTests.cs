using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

/// <summary>Products in row order against sums in float64.</summary>
public sealed unsafe class BlasTests
{
    [Test]
    public void TheLibraryExportsItsBlas() => Assert.That(Blas.IsAvailable);

    [TestCase(5, 7, 3)]
    [TestCase(1, 1, 1)]
    [TestCase(64, 33, 130)]
    public void OfFloat32(int m, int n, int k)
    {
        foreach (var product in NaiveProduct.Variants(m, n, k, 0, 1, 0.5))
        foreach (double alpha in (double[])[1, 2])
            CheckSingle(product with { Alpha = alpha });
    }

    [TestCase(5, 7, 3)]
    [TestCase(1, 1, 1)]
    [TestCase(64, 33, 130)]
    public void OfFloat64(int m, int n, int k)
    {
        foreach (var product in NaiveProduct.Variants(m, n, k, 0, 1, 0.5))
        foreach (double alpha in (double[])[1, 2])
            CheckDouble(product with { Alpha = alpha });
    }

    /// <summary>A sum over nothing is 0, or what was there.</summary>
    [TestCase(3, 4, 0)]
    [TestCase(0, 4, 3)]
    [TestCase(3, 0, 4)]
    public void OfEmptyMatrices(int m, int n, int k)
    {
        foreach (var product in NaiveProduct.Variants(m, n, k, 0, 1))
        {
            CheckSingle(product);
            CheckDouble(product);
        }
    }

    [Test]
    public void BetaZeroDoesNotReadTheResult()
    {
        float singleA = 2,
            singleB = 3,
            single = float.NaN;
        double doubleA = 2,
            doubleB = 3,
            result = double.NaN;
        Blas.Gemm(false, false, 1, 1, 1, 1f, &singleA, 1, &singleB, 1, 0f, &single, 1);
        Blas.Gemm(false, false, 1, 1, 1, 1.0, &doubleA, 1, &doubleB, 1, 0.0, &result, 1);
        Assert.That((single, result), Is.EqualTo((6f, 6.0)));
    }

    private static void CheckSingle(NaiveProduct product)
    {
        var (a, b, c) = (product.A, product.B, product.C);
        var result = c.ToFloats();
        var (transA, transB, m, n, k) = (product.TransposesA, product.TransposesB, product.M, product.N, product.K);
        fixed (
            float* pa = a.ToFloats(),
                pb = b.ToFloats(),
                pc = result
        )
            Blas.Gemm(transA, transB, m, n, k, (float)product.Alpha, pa, a.Pitch, pb, b.Pitch, (float)product.Beta, pc, c.Pitch);
        product.AssertComputed(Array.ConvertAll(result, number => (double)number), 2e-6);
    }

    private static void CheckDouble(NaiveProduct product)
    {
        var (a, b, c) = (product.A, product.B, product.C);
        var result = c.ToDoubles();
        var (transA, transB, m, n, k) = (product.TransposesA, product.TransposesB, product.M, product.N, product.K);
        fixed (
            double* pa = a.ToDoubles(),
                pb = b.ToDoubles(),
                pc = result
        )
            Blas.Gemm(transA, transB, m, n, k, product.Alpha, pa, a.Pitch, pb, b.Pitch, product.Beta, pc, c.Pitch);
        product.AssertComputed(result, 1e-14);
    }
}
