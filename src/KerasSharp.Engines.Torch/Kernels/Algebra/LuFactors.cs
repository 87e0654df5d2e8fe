namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>The LU factors of a square matrix, with rows exchanged so that pivots are large.</summary>
internal sealed class LuFactors
{
    private readonly double[] factors;
    private readonly int[] rows;
    private readonly int size;
    private double sign = 1;

    private LuFactors(double[] matrix, int size) =>
        (factors, rows, this.size) = ((double[])matrix.Clone(), Enumerable.Range(0, size).ToArray(), size);

    /// <summary>Factors a matrix in row order.</summary>
    public static LuFactors Of(double[] matrix, int size)
    {
        var lu = new LuFactors(matrix, size);
        for (int k = 0; k < size; k++)
            lu.Eliminate(k);
        return lu;
    }

    /// <summary>The sign of the determinant (0 of a singular matrix) and the logarithm of its absolute value.</summary>
    public (double Sign, double Logarithm) Determinant()
    {
        double result = sign;
        double logarithm = 0;
        for (int i = 0; i < size; i++)
        {
            result *= Math.Sign(factors[(i * size) + i]);
            logarithm += Math.Log(Math.Abs(factors[(i * size) + i]));
        }
        return (result, logarithm);
    }

    /// <summary>Replaces right sides, in row order, by the solutions.</summary>
    /// <exception cref="ArithmeticException">The matrix is singular.</exception>
    public void Solve(double[] right, int columns, string name)
    {
        for (int i = 0; i < size; i++)
            if (factors[(i * size) + i] == 0)
                throw new ArithmeticException($"{name}: the matrix is not invertible.");
        var original = (double[])right.Clone();
        for (int i = 0; i < size; i++)
            Array.Copy(original, rows[i] * columns, right, i * columns, columns);
        for (int i = 0; i < size; i++)
        for (int j = 0; j < i; j++)
            Subtract(right, columns, i, j);
        for (int i = size - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < size; j++)
                Subtract(right, columns, i, j);
            for (int c = 0; c < columns; c++)
                right[(i * columns) + c] /= factors[(i * size) + i];
        }
    }

    private void Subtract(double[] right, int columns, int i, int j)
    {
        double factor = factors[(i * size) + j];
        for (int c = 0; c < columns; c++)
            right[(i * columns) + c] -= factor * right[(j * columns) + c];
    }

    private void Eliminate(int k)
    {
        int pivot = k;
        for (int i = k + 1; i < size; i++)
            if (Math.Abs(factors[(i * size) + k]) > Math.Abs(factors[(pivot * size) + k]))
                pivot = i;
        if (pivot != k)
            Exchange(pivot, k);
        double diagonal = factors[(k * size) + k];
        for (int i = k + 1; i < size && diagonal != 0; i++)
        {
            double factor = factors[(i * size) + k] /= diagonal;
            for (int j = k + 1; j < size; j++)
                factors[(i * size) + j] -= factor * factors[(k * size) + j];
        }
    }

    private void Exchange(int a, int b)
    {
        for (int j = 0; j < size; j++)
            (factors[(a * size) + j], factors[(b * size) + j]) = (factors[(b * size) + j], factors[(a * size) + j]);
        (rows[a], rows[b]) = (rows[b], rows[a]);
        sign = -sign;
    }
}
