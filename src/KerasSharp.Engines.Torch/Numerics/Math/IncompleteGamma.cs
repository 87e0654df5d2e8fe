namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The regularised incomplete gamma functions in float64.</summary>
internal static class IncompleteGamma
{
    private const double Precision = 1e-16;
    private const int MaximumTerms = 20000;
    private const double Tiny = 1e-300;

    /// <summary>The lower function P(a, x): NaN for a below 0, x below 0, and a = 0 unless x is 0 too.</summary>
    public static double Igamma(double a, double x) => Limit(a, x, 0, 1) ?? (x > 1 && x > a ? 1 - Fraction(a, x) : Series(a, x));

    /// <summary>The upper function Q(a, x) = 1 - P(a, x): NaN for a of at most 0 and x below 0.</summary>
    public static double Igammac(double a, double x) => Limit(a, x, 1, 0) ?? (x < 1 || x < a ? 1 - Series(a, x) : Fraction(a, x));

    private static double? Limit(double a, double x, double atZero, double atInfinity)
    {
        if (double.IsNaN(a) || double.IsNaN(x) || a < 0 || x < 0)
        {
            return double.NaN;
        }

        if (a == 0)
        {
            return x == 0 && atZero == 0 ? 0 : double.NaN;
        }

        if (x == 0)
        {
            return atZero;
        }

        // At both infinities TensorFlow gives 0 for either function.
        return double.IsInfinity(a) ? (double.IsInfinity(x) ? 0 : atZero)
            : double.IsInfinity(x) ? atInfinity
            : null;
    }

    // x^a e^-x / gamma(a).
    private static double Front(double a, double x) => Math.Exp(a * Math.Log(x) - x - GammaFunctions.Lgamma(a));

    private static double Series(double a, double x)
    {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MaximumTerms && term > Precision * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum * Front(a, x);
    }

    // Lentz's method.
    private static double Fraction(double a, double x)
    {
        double b = x + 1 - a;
        double c = 1 / Tiny;
        double d = 1 / b;
        double result = d;
        for (int n = 1; n < MaximumTerms; n++)
        {
            double factor = n * (a - n);
            b += 2;
            d = 1 / NotZero(factor * d + b);
            c = NotZero(b + factor / c);
            result *= d * c;
            if (Math.Abs(d * c - 1) <= Precision)
            {
                break;
            }
        }

        return result * Front(a, x);
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
