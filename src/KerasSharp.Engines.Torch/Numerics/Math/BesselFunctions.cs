namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Modified Bessel functions of the first kind, times e^-|x|, in float64.</summary>
internal static class BesselFunctions
{
    private const double AsymptoticFrom = 30;

    /// <summary>I0(x) e^-|x|.</summary>
    public static double I0e(double x) => Scaled(0, Math.Abs(x));

    /// <summary>I1(x) e^-|x|.</summary>
    public static double I1e(double x) => Math.CopySign(Scaled(1, Math.Abs(x)), x);

    private static double Scaled(int order, double x) => x > AsymptoticFrom ? Asymptotic(order, x) : Series(order, x) * Math.Exp(-x);

    private static double Series(int order, double x)
    {
        double term = order == 0 ? 1 : x / 2;
        double sum = term;
        for (int k = 1; term > 1e-17 * sum; k++)
        {
            term *= x / 2 * (x / 2) / (k * (double)(k + order));
            sum += term;
        }

        return double.IsNaN(x) ? x : sum;
    }

    private static double Asymptotic(int order, double x)
    {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 30 && Math.Abs(term) > 1e-17; k++)
        {
            term *= ((2 * k - 1) * (2 * k - 1) - 4 * order * order) / (8 * k * x);
            sum += term;
        }

        return sum / Math.Sqrt(2 * Math.PI * x);
    }
}
