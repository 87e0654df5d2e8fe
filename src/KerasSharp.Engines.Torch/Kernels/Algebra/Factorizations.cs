namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Factors of double matrices in row order.</summary>
internal static class Factorizations
{
    /// <summary>Householder's QR: x [rows, columns] into q [rows, inner] and r [inner, columns].</summary>
    public static void Qr(double[] x, double[] q, double[] r, int rows, int columns, int inner)
    {
        var work = (double[])x.Clone();
        var reflections = new (double[] Vector, double Scale)[Math.Min(rows, columns)];
        for (int k = 0; k < reflections.Length; k++)
        {
            reflections[k] = Reflection(work, k, rows, columns);
            Reflect(work, rows, columns, k, reflections[k]);
        }
        for (int i = 0; i < inner; i++)
        for (int j = 0; j < columns; j++)
            r[(i * columns) + j] = j >= i ? work[(i * columns) + j] : 0;
        Array.Clear(q);
        for (int i = 0; i < inner; i++)
            q[(i * inner) + i] = 1;
        for (int k = reflections.Length - 1; k >= 0; k--)
            Reflect(q, rows, inner, k, reflections[k]);
    }

    /// <summary>The lower triangular y with y · yᵀ = x; only the lower triangle of x is read.</summary>
    /// <exception cref="ArithmeticException">x is not positive definite.</exception>
    public static void Cholesky(double[] x, double[] y, int size)
    {
        Array.Clear(y);
        for (int i = 0; i < size; i++)
        for (int j = 0; j <= i; j++)
        {
            double sum = x[(i * size) + j];
            for (int k = 0; k < j; k++)
                sum -= y[(i * size) + k] * y[(j * size) + k];
            if (i == j && !(sum > 0))
                throw new ArithmeticException("Cholesky decomposition was not successful: the matrix is not positive definite.");
            y[(i * size) + j] = i == j ? Math.Sqrt(sum) : sum / y[(j * size) + j];
        }
    }

    /// <summary>Replaces right sides by the solutions, of a triangular matrix.</summary>
    /// <exception cref="ArithmeticException">The matrix is singular.</exception>
    public static void TriangularSolve(double[] matrix, double[] right, int size, int columns, bool lower, string name)
    {
        for (int n = 0; n < size; n++)
        {
            int i = lower ? n : size - 1 - n;
            double diagonal = matrix[(i * size) + i];
            if (diagonal == 0)
                throw new ArithmeticException($"{name}: the triangular matrix is not invertible.");
            for (int c = 0; c < columns; c++)
            {
                double sum = right[(i * columns) + c];
                for (int j = lower ? 0 : i + 1; j < (lower ? i : size); j++)
                    sum -= matrix[(i * size) + j] * right[(j * columns) + c];
                right[(i * columns) + c] = sum / diagonal;
            }
        }
    }

    /// <summary>The reflection that clears column k below the diagonal; it leaves a column that is clear already.</summary>
    private static (double[] Vector, double Scale) Reflection(double[] work, int k, int rows, int columns)
    {
        var vector = new double[rows - k];
        double tail = 0;
        for (int i = k; i < rows; i++)
        {
            vector[i - k] = work[(i * columns) + k];
            tail += i > k ? vector[i - k] * vector[i - k] : 0;
        }
        if (tail == 0)
            return (vector, 0);
        double head = vector[0];
        double beta = head >= 0 ? -Math.Sqrt((head * head) + tail) : Math.Sqrt((head * head) + tail);
        vector[0] = 1;
        for (int i = 1; i < vector.Length; i++)
            vector[i] /= head - beta;
        return (vector, (beta - head) / beta);
    }

    private static void Reflect(double[] matrix, int rows, int columns, int k, (double[] Vector, double Scale) reflection)
    {
        for (int c = 0; c < columns && reflection.Scale != 0; c++)
        {
            double sum = 0;
            for (int i = k; i < rows; i++)
                sum += reflection.Vector[i - k] * matrix[(i * columns) + c];
            for (int i = k; i < rows; i++)
                matrix[(i * columns) + c] -= reflection.Scale * sum * reflection.Vector[i - k];
        }
    }
}
