namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The gamma function's relatives in float64. Values at poles and outside the domain are TensorFlow's.</summary>
internal static class GammaFunctions
{
    // Lanczos's approximation with g = 7.
    private const double LanczosShift = 7.5;
    private const double LogRoot2Pi = 0.91893853320467274178;
    private const double AsymptoticFrom = 10;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    // B(2n) / 2n.
    private static readonly double[] DigammaTerms = [1d / 12, -1d / 120, 1d / 252, -1d / 240, 1d / 132, -691d / 32760, 1d / 12];

    // B(2n) / (2n (2n - 1)).
    private static readonly double[] StirlingTerms = [1d / 12, -1d / 360, 1d / 1260, -1d / 1680, 1d / 1188];

    /// <summary>log |gamma(x)|: infinite at 0, the negative integers and the infinities.</summary>
    public static double Lgamma(double x)
    {
        if (double.IsInfinity(x) || (x <= 0 && x == Math.Floor(x)))
        {
            return double.PositiveInfinity;
        }

        return x < 0.5 ? Math.Log(Math.PI / Math.Abs(SinPi(x))) - Lgamma(1 - x)
            : x > 20 ? Stirling(x)
            : LanczosLog(x);
    }

    /// <summary>The derivative of log gamma: NaN at 0 and the negative integers.</summary>
    public static double Digamma(double x)
    {
        if (x <= 0)
        {
            return x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - Math.PI / TanPi(x);
        }

        double result = 0;
        for (; x < AsymptoticFrom; x++)
        {
            result -= 1 / x;
        }

        double square = 1 / (x * x);
        double power = square;
        double series = 0;
        foreach (double term in DigammaTerms)
        {
            series += term * power;
            power *= square;
        }

        return result + Math.Log(x) - 0.5 / x - (double.IsInfinity(x) ? 0 : series);
    }

    /// <summary>Derivative <paramref name="n"/> of <see cref="Digamma"/>; NaN unless n is a whole number of at least 0.</summary>
    public static double Polygamma(double n, double x)
    {
        if (!(n >= 0) || n != Math.Floor(n))
        {
            return double.NaN;
        }

        double sign = n % 2 == 0 ? -1 : 1;
        return n == 0 ? Digamma(x) : sign * Math.Exp(Lgamma(n + 1)) * ZetaFunction.Hurwitz(n + 1, x);
    }

    internal static double SinPi(double x)
    {
        double r = x - 2 * Math.Round(x / 2);
        return Math.Sin(Math.PI * r);
    }

    private static double TanPi(double x) => Math.Tan(Math.PI * (x - Math.Round(x)));

    private static double LanczosLog(double x)
    {
        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        double t = x - 1 + LanczosShift;
        return LogRoot2Pi + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    private static double Stirling(double x)
    {
        double power = 1 / x;
        double square = power * power;
        double series = 0;
        foreach (double term in StirlingTerms)
        {
            series += term * power;
            power *= square;
        }

        return (x - 0.5) * Math.Log(x) - x + LogRoot2Pi + series;
    }
}
