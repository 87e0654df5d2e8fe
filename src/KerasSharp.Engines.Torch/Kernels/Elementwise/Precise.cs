namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>Functions of doubles that lose nothing near 0 and overflow nowhere they need not.</summary>
internal static class Precise
{
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    /// <summary>exp(x) - 1 (Kahan's method).</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.5)
            return Math.Exp(x) - 1;
        double u = Math.Exp(x);
        if (u == 1)
            return x;
        return u - 1 == -1 ? -1 : (u - 1) * x / Math.Log(u);
    }

    /// <summary>log(1 + x) (Kahan's method).</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        if (u == 1 || double.IsPositiveInfinity(u))
            return u == 1 ? x : u;
        return Math.Log(u) * x / (u - 1);
    }

    /// <summary>log(1 + exp(x)).</summary>
    public static double Softplus(double x) => double.IsNaN(x) ? x : Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    public static double Elu(double x) => x < 0 ? Expm1(x) : x;

    public static double Selu(double x) => x < 0 ? SeluScale * SeluAlpha * Expm1(x) : SeluScale * x;

    public static double SeluGrad(double gradient, double output) =>
        output < 0 ? gradient * (output + SeluScale * SeluAlpha) : gradient * SeluScale;

    public static double Xlogy(double x, double y) => x == 0 ? 0 : x * Math.Log(y);

    public static double Xlog1py(double x, double y) => x == 0 ? 0 : x * Log1p(y);

    public static double Xdivy(double x, double y) => x == 0 ? 0 : x / y;

    public static double FloorMod(double x, double y)
    {
        double remainder = x % y;
        return remainder != 0 && (remainder < 0) != (y < 0) ? remainder + y : remainder;
    }
}
