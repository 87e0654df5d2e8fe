namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The Hurwitz zeta function in float64.</summary>
internal static class ZetaFunction
{
    private const int DirectTerms = 9;
    private const double Precision = 1.11e-16;

    // (2k)! / B(2k): the Euler-Maclaurin coefficients, inverted.
    private static readonly double[] Coefficients =
    [
        12.0,
        -720.0,
        30240.0,
        -1209600.0,
        47900160.0,
        -1.8924375803183791606e9,
        7.47242496e10,
        -2.950130727918164224e12,
        1.1646782814350067249e14,
        -4.5979787224074726105e15,
        1.8152105401943546773e17,
        -7.1661652561756670113e18,
    ];

    /// <summary>
    /// The sum of (q + k)^-x over k from 0: infinite at x = 1 and, unless x is odd, for whole q of at most 0; NaN for x below 1,
    /// for those q with x odd, and for other negative q where x is not whole.
    /// </summary>
    public static double Hurwitz(double x, double q)
    {
        if (x == 1)
        {
            return double.PositiveInfinity;
        }

        if (!(x > 1) || double.IsNaN(q))
        {
            return double.NaN;
        }

        if (q <= 0)
        {
            if (q == Math.Floor(q))
            {
                return x == Math.Floor(x) && x % 2 != 0 ? double.NaN : double.PositiveInfinity;
            }

            if (x != Math.Floor(x))
            {
                return double.NaN;
            }
        }

        return double.IsInfinity(q) ? 0 : Sum(x, q);
    }

    private static double Sum(double x, double q)
    {
        double sum = Math.Pow(q, -x);
        double a = q;
        double b = 0;
        for (int i = 0; i < DirectTerms || a <= DirectTerms; i++)
        {
            a++;
            b = Math.Pow(a, -x);
            sum += b;
            if (Math.Abs(b / sum) < Precision)
            {
                return sum;
            }
        }

        sum += b * a / (x - 1) - 0.5 * b;
        return sum + Tail(x, a, b, sum);
    }

    private static double Tail(double x, double a, double b, double sum)
    {
        double tail = 0;
        double factor = 1;
        double k = 0;
        foreach (double coefficient in Coefficients)
        {
            factor *= x + k;
            b /= a;
            double term = factor * b / coefficient;
            tail += term;
            if (Math.Abs(term) < Precision * Math.Abs(sum))
            {
                break;
            }

            k++;
            factor *= x + k;
            b /= a;
            k++;
        }

        return tail;
    }
}
