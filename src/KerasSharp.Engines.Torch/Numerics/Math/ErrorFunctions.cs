namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The error function and its relatives in float64.</summary>
internal static class ErrorFunctions
{
    private const double SeriesEnd = 2;
    private const int FractionTerms = 80;
    private const double RootPi = 1.7724538509055160273;
    private const double Root2 = 1.4142135623730950488;
    private const double Root2Pi = 2.5066282746310005024;

    /// <summary>The error function.</summary>
    public static double Erf(double x) =>
        x > SeriesEnd ? 1 - ErfcFraction(x)
        : x < -SeriesEnd ? ErfcFraction(-x) - 1
        : ErfSeries(x);

    /// <summary>1 - erf(x), not rounded to 0 in the right tail.</summary>
    public static double Erfc(double x) => x > SeriesEnd ? ErfcFraction(x) : 1 - Erf(x);

    /// <summary>The inverse of <see cref="Erf"/>: infinite at -1 and 1, NaN beyond.</summary>
    public static double Erfinv(double y)
    {
        if (Math.Abs(y) > 0.5 || double.IsNaN(y))
        {
            return Math.CopySign(-Ndtri((1 - Math.Abs(y)) / 2) / Root2, y);
        }

        double t = y * RootPi / 2;
        double x = t * (1 + t * t * (1d / 3 + t * t * (7d / 30 + t * t * 127 / 630)));
        for (int i = 0; i < 3; i++)
        {
            double step = (Erf(x) - y) * RootPi / 2 * Math.Exp(x * x);
            x -= step / (1 + x * step);
        }

        return x;
    }

    /// <summary>The inverse of the normal distribution function: -infinity at 0, infinity at 1, NaN outside.</summary>
    public static double Ndtri(double p)
    {
        if (!(p > 0 && p < 1))
        {
            return p == 0 ? double.NegativeInfinity
                : p == 1 ? double.PositiveInfinity
                : double.NaN;
        }

        if (p > 0.5)
        {
            return -Ndtri(1 - p);
        }

        // Halley's method on the distribution function.
        double x = NdtriStart(p);
        for (int i = 0; i < 2; i++)
        {
            double step = (0.5 * Erfc(-x / Root2) - p) * Root2Pi * Math.Exp(x * x / 2);
            x -= step / (1 + x * step / 2);
        }

        return x;
    }

    // Acklam's rational approximations, to nine digits.
    private static double NdtriStart(double p)
    {
        if (p < 0.02425)
        {
            double q = Math.Sqrt(-2 * Math.Log(p));
            return (
                    (
                        (((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q
                        + 4.374664141464968
                    ) * q
                    + 2.938163982698783
                ) / ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
        }

        double r = p - 0.5;
        double s = r * r;
        double top =
            (
                (((-3.969683028665376e1 * s + 2.209460984245205e2) * s - 2.759285104469687e2) * s + 1.383577518672690e2) * s
                - 3.066479806614716e1
            ) * s
            + 2.506628277459239;
        double bottom =
            (
                (((-5.447609879822406e1 * s + 1.615858368580409e2) * s - 1.556989798598866e2) * s + 6.680131188771972e1) * s
                - 1.328068155288572e1
            ) * s
            + 1;
        return top * r / bottom;
    }

    // 2 / sqrt(pi) e^-x^2 sum of 2^n x^(2n+1) / (2n+1)!!, whose terms are all of one sign.
    private static double ErfSeries(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 2 / RootPi * Math.Exp(-x * x) * sum;
    }

    private static double ErfcFraction(double x)
    {
        double fraction = x;
        for (int n = FractionTerms; n > 0; n--)
        {
            fraction = x + n / 2d / fraction;
        }

        return Math.Exp(-x * x) / (RootPi * fraction);
    }
}
