using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Functions of one element, result of the same type.</summary>
    internal static readonly Dictionary<string, OpDefinition> UnaryDefinitions = Table(
        name => new OpDefinition($"{name}(x: T) -> y: T | T: type", ShapeRules.SameAsFirst),
        [
            "Abs",
            "Acos",
            "Acosh",
            "Asin",
            "Asinh",
            "Atan",
            "Atanh",
            "BesselI0e",
            "BesselI1e",
            "Ceil",
            "Cos",
            "Cosh",
            "Digamma",
            "Erf",
            "Erfc",
            "Erfinv",
            "Exp",
            "Expm1",
            "Floor",
            "Inv",
            "Lgamma",
            "Log",
            "Log1p",
            "Ndtri",
            "Neg",
            "Reciprocal",
            "Rint",
            "Round",
            "Rsqrt",
            "Sigmoid",
            "Sign",
            "Sin",
            "Sinh",
            "Sqrt",
            "Square",
            "Tan",
            "Tanh",
            "Invert",
        ]
    );

    /// <summary>The absolute value.</summary>
    public static Tensor Abs(Tensor x, string? name = null) => Make(UnaryDefinitions["Abs"], [x], null, name);

    /// <summary>The inverse cosine, in radians.</summary>
    public static Tensor Acos(Tensor x, string? name = null) => Make(UnaryDefinitions["Acos"], [x], null, name);

    /// <summary>The inverse hyperbolic cosine.</summary>
    public static Tensor Acosh(Tensor x, string? name = null) => Make(UnaryDefinitions["Acosh"], [x], null, name);

    /// <summary>The inverse sine, in radians.</summary>
    public static Tensor Asin(Tensor x, string? name = null) => Make(UnaryDefinitions["Asin"], [x], null, name);

    /// <summary>The inverse hyperbolic sine.</summary>
    public static Tensor Asinh(Tensor x, string? name = null) => Make(UnaryDefinitions["Asinh"], [x], null, name);

    /// <summary>The inverse tangent, in radians.</summary>
    public static Tensor Atan(Tensor x, string? name = null) => Make(UnaryDefinitions["Atan"], [x], null, name);

    /// <summary>The inverse hyperbolic tangent.</summary>
    public static Tensor Atanh(Tensor x, string? name = null) => Make(UnaryDefinitions["Atanh"], [x], null, name);

    /// <summary>The exponentially scaled modified Bessel function of order 0.</summary>
    public static Tensor BesselI0e(Tensor x, string? name = null) => Make(UnaryDefinitions["BesselI0e"], [x], null, name);

    /// <summary>The exponentially scaled modified Bessel function of order 1.</summary>
    public static Tensor BesselI1e(Tensor x, string? name = null) => Make(UnaryDefinitions["BesselI1e"], [x], null, name);

    /// <summary>The least integer not below.</summary>
    public static Tensor Ceil(Tensor x, string? name = null) => Make(UnaryDefinitions["Ceil"], [x], null, name);

    /// <summary>The cosine of radians.</summary>
    public static Tensor Cos(Tensor x, string? name = null) => Make(UnaryDefinitions["Cos"], [x], null, name);

    /// <summary>The hyperbolic cosine.</summary>
    public static Tensor Cosh(Tensor x, string? name = null) => Make(UnaryDefinitions["Cosh"], [x], null, name);

    /// <summary>The derivative of the logarithm of the gamma function.</summary>
    public static Tensor Digamma(Tensor x, string? name = null) => Make(UnaryDefinitions["Digamma"], [x], null, name);

    /// <summary>The Gauss error function.</summary>
    public static Tensor Erf(Tensor x, string? name = null) => Make(UnaryDefinitions["Erf"], [x], null, name);

    /// <summary>1 minus the Gauss error function.</summary>
    public static Tensor Erfc(Tensor x, string? name = null) => Make(UnaryDefinitions["Erfc"], [x], null, name);

    /// <summary>The inverse of the Gauss error function.</summary>
    public static Tensor Erfinv(Tensor x, string? name = null) => Make(UnaryDefinitions["Erfinv"], [x], null, name);

    /// <summary>e to the power of each element.</summary>
    public static Tensor Exp(Tensor x, string? name = null) => Make(UnaryDefinitions["Exp"], [x], null, name);

    /// <summary>e to the power of each element, minus 1, exact near 0.</summary>
    public static Tensor Expm1(Tensor x, string? name = null) => Make(UnaryDefinitions["Expm1"], [x], null, name);

    /// <summary>The greatest integer not above.</summary>
    public static Tensor Floor(Tensor x, string? name = null) => Make(UnaryDefinitions["Floor"], [x], null, name);

    /// <summary>1 divided by each element.</summary>
    public static Tensor Inv(Tensor x, string? name = null) => Make(UnaryDefinitions["Inv"], [x], null, name);

    /// <summary>The logarithm of the absolute gamma function.</summary>
    public static Tensor Lgamma(Tensor x, string? name = null) => Make(UnaryDefinitions["Lgamma"], [x], null, name);

    /// <summary>The natural logarithm.</summary>
    public static Tensor Log(Tensor x, string? name = null) => Make(UnaryDefinitions["Log"], [x], null, name);

    /// <summary>The natural logarithm of 1 plus each element, exact near 0.</summary>
    public static Tensor Log1p(Tensor x, string? name = null) => Make(UnaryDefinitions["Log1p"], [x], null, name);

    /// <summary>The quantile function of the standard normal distribution.</summary>
    public static Tensor Ndtri(Tensor x, string? name = null) => Make(UnaryDefinitions["Ndtri"], [x], null, name);

    /// <summary>The negative.</summary>
    public static Tensor Neg(Tensor x, string? name = null) => Make(UnaryDefinitions["Neg"], [x], null, name);

    /// <summary>1 divided by each element.</summary>
    public static Tensor Reciprocal(Tensor x, string? name = null) => Make(UnaryDefinitions["Reciprocal"], [x], null, name);

    /// <summary>The nearest integer, halves to even.</summary>
    public static Tensor Rint(Tensor x, string? name = null) => Make(UnaryDefinitions["Rint"], [x], null, name);

    /// <summary>The nearest integer, halves to even.</summary>
    public static Tensor Round(Tensor x, string? name = null) => Make(UnaryDefinitions["Round"], [x], null, name);

    /// <summary>1 divided by the square root.</summary>
    public static Tensor Rsqrt(Tensor x, string? name = null) => Make(UnaryDefinitions["Rsqrt"], [x], null, name);

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    public static Tensor Sigmoid(Tensor x, string? name = null) => Make(UnaryDefinitions["Sigmoid"], [x], null, name);

    /// <summary>-1, 0 or 1.</summary>
    public static Tensor Sign(Tensor x, string? name = null) => Make(UnaryDefinitions["Sign"], [x], null, name);

    /// <summary>The sine of radians.</summary>
    public static Tensor Sin(Tensor x, string? name = null) => Make(UnaryDefinitions["Sin"], [x], null, name);

    /// <summary>The hyperbolic sine.</summary>
    public static Tensor Sinh(Tensor x, string? name = null) => Make(UnaryDefinitions["Sinh"], [x], null, name);

    /// <summary>The square root.</summary>
    public static Tensor Sqrt(Tensor x, string? name = null) => Make(UnaryDefinitions["Sqrt"], [x], null, name);

    /// <summary>Each element times itself.</summary>
    public static Tensor Square(Tensor x, string? name = null) => Make(UnaryDefinitions["Square"], [x], null, name);

    /// <summary>The tangent of radians.</summary>
    public static Tensor Tan(Tensor x, string? name = null) => Make(UnaryDefinitions["Tan"], [x], null, name);

    /// <summary>The hyperbolic tangent.</summary>
    public static Tensor Tanh(Tensor x, string? name = null) => Make(UnaryDefinitions["Tanh"], [x], null, name);

    /// <summary>Each bit flipped.</summary>
    public static Tensor Invert(Tensor x, string? name = null) => Make(UnaryDefinitions["Invert"], [x], null, name);
}
