namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices, by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>The eigenvalues, ascending, and the eigenvectors as columns, of a matrix in row order of which the lower triangle is read.</summary>
    public static (double[] Values, double[] Vectors) Of(double[] matrix, int size)
    {
        var a = new double[size * size];
        var v = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            v[(i * size) + i] = 1;
            for (int j = 0; j <= i; j++)
                a[(i * size) + j] = a[(j * size) + i] = matrix[(i * size) + j];
        }
        double smallest = 1e-30 * a.Sum(value => value * value);
        for (int sweep = 0; sweep < MostSweeps && OffDiagonal(a, size) > smallest; sweep++)
        for (int p = 0; p < size; p++)
        for (int q = p + 1; q < size; q++)
            Rotate(a, v, size, p, q);
        int[] order = [.. Enumerable.Range(0, size).OrderBy(i => a[(i * size) + i])];
        var vectors = new double[size * size];
        for (int j = 0; j < size; j++)
        for (int i = 0; i < size; i++)
            vectors[(i * size) + j] = v[(i * size) + order[j]];
        return ([.. order.Select(i => a[(i * size) + i])], vectors);
    }

    private static double OffDiagonal(double[] a, int size)
    {
        double sum = 0;
        for (int i = 0; i < size; i++)
        for (int j = 0; j < i; j++)
            sum += a[(i * size) + j] * a[(i * size) + j];
        return sum;
    }

    /// <summary>Turns the plane of two axes so that their element off the diagonal becomes 0.</summary>
    private static void Rotate(double[] a, double[] v, int size, int p, int q)
    {
        double apq = a[(p * size) + q];
        if (apq == 0)
            return;
        double theta = (a[(q * size) + q] - a[(p * size) + p]) / (2 * apq);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int i = 0; i < size; i++)
            Turn(ref a[(i * size) + p], ref a[(i * size) + q], c, s);
        for (int i = 0; i < size; i++)
            Turn(ref a[(p * size) + i], ref a[(q * size) + i], c, s);
        for (int i = 0; i < size; i++)
            Turn(ref v[(i * size) + p], ref v[(i * size) + q], c, s);
    }

    private static void Turn(ref double x, ref double y, double c, double s) => (x, y) = ((c * x) - (s * y), (s * x) + (c * y));
}
