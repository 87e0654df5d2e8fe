using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

/// <summary>Products of register tiles at all sizes around the tile, the chunks of rows and of depth.</summary>
public sealed unsafe class TileGemmTests
{
    [SetUp]
    public void NeedsWideVectors()
    {
        if (!TileKernel.IsSupported)
            Assert.Ignore("The processor has no fast 512-bit vectors; products go to the BLAS.");
    }

    [Test]
    public void SizesAroundTheTile(
        [Values(0, 1, TileKernel.Rows - 1, TileKernel.Rows, TileKernel.Rows + 1, 2 * TileKernel.Rows, 2 * TileKernel.Rows + 1)] int m,
        [Values(0, 1, TileKernel.Columns - 1, TileKernel.Columns, TileKernel.Columns + 1, 2 * TileKernel.Columns + 1)] int n
    )
    {
        foreach (int k in (int[])[0, 1, 2, 7, 33])
        foreach (var product in NaiveProduct.Variants(m, n, k, 0, 1))
            Check(product);
    }

    [TestCase(95, 33, 16)]
    [TestCase(96, 32, 511)]
    [TestCase(97, 31, 512)]
    [TestCase(98, 64, 513)]
    [TestCase(7, 33, 1100)]
    [TestCase(193, 65, 40)]
    [TestCase(1, 1, 2000)]
    [TestCase(300, 300, 60)]
    public void SizesAroundTheChunks(int m, int n, int k)
    {
        foreach (var product in NaiveProduct.Variants(m, n, k, 0, 1))
            Check(product);
    }

    [Test]
    public void NothingIsAllocatedAfterTheFirstProduct()
    {
        float[] a = new float[64 * 64],
            b = new float[64 * 64],
            c = new float[64 * 64];
        fixed (
            float* pa = a,
                pb = b,
                pc = c
        )
        {
            TileGemm.Run(false, false, 64, 64, 64, pa, 64, pb, 64, pc, 64, false);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
                TileGemm.Run(false, false, 64, 64, 64, pa, 64, pb, 64, pc, 64, false);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        }
    }

    /// <summary>A result that is not to be added to may hold anything.</summary>
    [Test]
    public void WithoutAccumulationTheResultIsNotRead()
    {
        float a = 2,
            b = 3,
            c = float.NaN;
        TileGemm.Run(false, false, 1, 1, 1, &a, 1, &b, 1, &c, 1, false);
        Assert.That(c, Is.EqualTo(6));
    }

    private static void Check(NaiveProduct product)
    {
        var (a, b, c) = (product.A, product.B, product.C);
        var result = c.ToFloats();
        fixed (
            float* pa = a.ToFloats(),
                pb = b.ToFloats(),
                pc = result
        )
            TileGemm.Run(
                product.TransposesA,
                product.TransposesB,
                product.M,
                product.N,
                product.K,
                pa,
                a.Pitch,
                pb,
                b.Pitch,
                pc,
                c.Pitch,
                product.Beta == 1
            );
        product.AssertComputed(Array.ConvertAll(result, number => (double)number), 2e-6);
    }
}
