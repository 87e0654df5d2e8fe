namespace KerasSharp.Engines.Torch.Tests.Native;

/// <summary>alpha · op(a) · op(b) + beta · c in float64, an element at a time.</summary>
internal sealed record NaiveProduct(bool TransposesA, bool TransposesB, int M, int N, int K, double Alpha = 1, double Beta = 0)
{
    private readonly int slack = (M + N + K) % 4;

    public PaddedMatrix A => TransposesA ? new(K, M, slack, 1) : new(M, K, slack, 1);

    public PaddedMatrix B => TransposesB ? new(N, K, slack, 2) : new(K, N, slack, 2);

    public PaddedMatrix C => new(M, N, slack, 3);

    /// <summary>All combinations of the transposes and of these betas.</summary>
    public static IEnumerable<NaiveProduct> Variants(int m, int n, int k, params double[] betas) =>
        from a in (bool[])[false, true]
        from b in (bool[])[false, true]
        from beta in betas
        select new NaiveProduct(a, b, m, n, k, 1, beta);

    /// <summary>Asserts that a routine of the given relative precision has computed the product.</summary>
    public void AssertComputed(IReadOnlyList<double> c, double precision)
    {
        var (a, b, before) = (A, B, C);
        before.AssertBecame(
            c,
            (row, column) =>
            {
                double sum = 0;
                double size = 1;
                for (int p = 0; p < K; p++)
                {
                    double term = (TransposesA ? a[p, row] : a[row, p]) * (TransposesB ? b[column, p] : b[p, column]);
                    (sum, size) = (sum + term, size + Math.Abs(term));
                }
                return (Alpha * sum + (Beta == 0 ? 0 : Beta * before[row, column]), precision * size);
            }
        );
    }
}
