using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

/// <summary>Expected numbers are TensorFlow 2.21's in float64.</summary>
public sealed class SpecialFunctionsTests
{
    private const double Infinity = double.PositiveInfinity;
    private static readonly double[] Points = [-2.5, -0.3, 0.7, 1.2, 3.5, 10];

    [Test]
    public void ErrorFunctionFamily()
    {
        Check(
            Points,
            ErrorFunctions.Erf,
            -0.999593047982555,
            -0.3286267594591274,
            0.6778011938374185,
            0.9103139782296354,
            0.9999992569016276,
            1
        );
        Check(
            Points,
            ErrorFunctions.Erfc,
            1.999593047982555,
            1.3286267594591274,
            0.32219880616258145,
            0.08968602177036461,
            7.430983723414126e-07,
            2.0884875837625443e-45
        );
        Check(
            [1e-10, 0.01, 0.3, 0.5, 0.9, 0.999],
            ErrorFunctions.Ndtri,
            -6.361340902404056,
            -2.3263478740408408,
            -0.5244005127080409,
            0,
            1.2815515655446004,
            3.090232306167813
        );
        Check(
            [-0.999, -0.4, 1e-3, 0.2, 0.7, 0.9999],
            ErrorFunctions.Erfinv,
            -2.3267537655135246,
            -0.370807158593558,
            0.0008862271574664545,
            0.17914345462129164,
            0.7328690779592171,
            2.75106390571208
        );
        Check([0, 1, -1, 1.5], ErrorFunctions.Ndtri, -Infinity, Infinity, double.NaN, double.NaN);
        Check([1, -1, 1.5], ErrorFunctions.Erfinv, Infinity, -Infinity, double.NaN);
    }

    [Test]
    public void GammaFamily()
    {
        Check(
            Points,
            GammaFunctions.Lgamma,
            -0.05624371649767407,
            1.4648400508576023,
            0.2608672465316666,
            -0.08537409000331583,
            1.2009736023470743,
            12.80182748008147
        );
        Check(
            Points,
            GammaFunctions.Digamma,
            1.1031566406452433,
            2.1133097796353986,
            -1.220023553697935,
            -0.2890398965921883,
            1.1031566406452433,
            2.2517525890667214
        );
        Check(
            [0, -1, -Infinity, 1e-300, 171.5, 1e6],
            GammaFunctions.Lgamma,
            Infinity,
            Infinity,
            Infinity,
            690.7755278982137,
            709.1431630309282,
            12815504.569147611
        );
        Check(
            [0, -2, Infinity, -Infinity, -3.7],
            GammaFunctions.Digamma,
            double.NaN,
            double.NaN,
            Infinity,
            double.NaN,
            -0.8450768588704201
        );
    }

    [Test]
    public void IncompleteGammaFamily()
    {
        double[] a = [0.5, 1, 3, 10, 50, 100];
        double[] x = [0.1, 2, 2.5, 15, 40, 130];
        Check(
            a,
            x,
            IncompleteGamma.Igamma,
            0.345279153981423,
            0.8646647167633873,
            0.4561868841166704,
            0.9301463393005902,
            0.0703350666593958,
            0.9972495916326937
        );
        Check(
            a,
            x,
            IncompleteGamma.Igammac,
            0.6547208460185769,
            0.1353352832366127,
            0.5438131158833296,
            0.06985366069940974,
            0.9296649333406042,
            0.0027504083673063613
        );
        double[] edgeA = [0, 0, 0, 1, 2, -1, Infinity, Infinity, 1];
        double[] edgeX = [0, 1, Infinity, 0, Infinity, 1, 1, Infinity, -1];
        Check(edgeA, edgeX, IncompleteGamma.Igamma, 0, double.NaN, double.NaN, 0, 1, double.NaN, 0, 0, double.NaN);
        Check(edgeA, edgeX, IncompleteGamma.Igammac, double.NaN, double.NaN, double.NaN, 1, 0, double.NaN, 1, 0, double.NaN);
    }

    [Test]
    public void ZetaFamily()
    {
        Check(
            [1.5, 2, 4, 7.5],
            [0.5, 3, -1.5, 20],
            ZetaFunction.Hurwitz,
            4.776537947554834,
            0.39493406684822646,
            32.4323793698646,
            6.303036593310287e-10
        );
        Check(
            [1, 0.5, 2, 2, 3, 2.5, 2, 2, 3],
            [2, 2, 0, -1, -1, -1.5, -1.5, Infinity, 0],
            ZetaFunction.Hurwitz,
            Infinity,
            double.NaN,
            Infinity,
            Infinity,
            double.NaN,
            double.NaN,
            9.379246644989124,
            0,
            double.NaN
        );
        Check(
            [0, 1, 2, 5],
            [0.5, 3, -1.5, 20],
            GammaFunctions.Polygamma,
            -1.9635100260214227,
            0.39493406684822646,
            -0.23620405164172825,
            8.484266206158227e-06
        );
        Check([0, 1, 2, -1, 1.5], [0, 0, 0, 1, 1], GammaFunctions.Polygamma, double.NaN, Infinity, double.NaN, double.NaN, double.NaN);
    }

    [Test]
    public void BesselFamily()
    {
        Check(
            Points,
            BesselFunctions.I0e,
            0.27004644161220276,
            0.7575806251825479,
            0.5593055265070683,
            0.419782078935133,
            0.22280243801077917,
            0.1278333371634286
        );
        Check(
            Points,
            BesselFunctions.I1e,
            -0.20658464953126654,
            -0.11237756063983881,
            0.18466998276274738,
            0.2152568593769831,
            0.18739997660304997,
            0.12126268138445552
        );
        Check([0, 171.5, 1e6, Infinity], BesselFunctions.I0e, 1, 0.030485650986047632, 0.00039894233026924577, 0);
        Check([0, 171.5, 1e6, -Infinity], BesselFunctions.I1e, 0, 0.030396641212799325, 0.0003989421307980307, 0);
        Assert.That(BesselFunctions.I0e(double.NaN), Is.NaN);
    }

    private static void Check(double[] x, Func<double, double> function, params double[] expected) =>
        Check(x, x, (value, _) => function(value), expected);

    private static void Check(double[] x, double[] y, Func<double, double, double> function, params double[] expected)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double value = function(x[i], y[i]);
            if (double.IsFinite(expected[i]))
            {
                Assert.That(value, Is.EqualTo(expected[i]).Within(1e-300 + 1e-11 * Math.Abs(expected[i])), $"at {x[i]}, {y[i]}");
            }
            else
            {
                Assert.That(value, Is.EqualTo(expected[i]), $"at {x[i]}, {y[i]}");
            }
        }
    }
}
