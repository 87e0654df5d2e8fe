using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

/// <summary>One tile, with the walk that a convolution makes through its input.</summary>
public sealed unsafe class TileKernelTests
{
    private const int Rows = TileKernel.Rows;
    private const int Columns = TileKernel.Columns;

    private static readonly TileLoop Walk = new(2, 100, 3, 20, 4, 2);

    [Test]
    public void AFullTile([Values] bool accumulate) =>
        Check(Rows, Columns, accumulate, (rows, b, c) => TileKernel.Run(rows, Walk, b, 40, c, 50, accumulate));

    [Test]
    public void APartOfATile([Range(1, Rows)] int rowCount, [Values(1, 15, 16, 17, Columns)] int columnCount, [Values] bool accumulate) =>
        Check(
            rowCount,
            columnCount,
            accumulate,
            (rows, b, c) => TileKernel.RunPartial(rows, Walk, b, 40, c, 50, accumulate, rowCount, columnCount)
        );

    private delegate void Kernel(float** rows, float* b, float* c);

    private static void Check(int rowCount, int columnCount, bool accumulate, Kernel kernel)
    {
        float[] a = Numbers(Rows * 10 + 300, 1),
            b = Numbers(24 * 40, 2),
            c = Numbers(Rows * 50, 3);
        float[] result = [.. c];
        fixed (
            float* pa = a,
                pb = b,
                pc = result
        )
        {
            float** rows = stackalloc float*[Rows];
            for (int r = 0; r < Rows; r++)
                rows[r] = pa + 10 * r;
            kernel(rows, pb, pc);
        }
        for (int i = 0; i < result.Length; i++)
        {
            var (row, column) = (i / 50, i % 50);
            bool isInside = row < rowCount && column < columnCount;
            double expected = isInside ? Sum(a, b, row, column) + (accumulate ? c[i] : 0) : c[i];
            Assert.That(result[i], Is.EqualTo(expected).Within(isInside ? 1e-5 : 0), $"row {row}, column {column}");
        }
    }

    private static double Sum(float[] a, float[] b, int row, int column)
    {
        double sum = 0;
        int step = 0;
        for (int outer = 0; outer < 2; outer++)
        for (int middle = 0; middle < 3; middle++)
        for (int inner = 0; inner < 4; inner++, step++)
            sum += (double)a[10 * row + 100 * outer + 20 * middle + 2 * inner] * b[40 * step + column];
        return sum;
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
