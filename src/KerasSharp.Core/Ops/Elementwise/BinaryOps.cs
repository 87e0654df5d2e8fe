using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Functions of two elements, broadcast, result of the same type.</summary>
    internal static readonly Dictionary<string, OpDefinition> BinaryDefinitions = Table([
        new("AddV2(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Add(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Sub(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Mul(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("RealDiv(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Div(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("DivNoNan(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("FloorDiv(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("FloorMod(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Mod(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("TruncateDiv(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("TruncateMod(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("MulNoNan(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Maximum(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Minimum(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Pow(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("SquaredDifference(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Atan2(y: T, x: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Xlogy(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Xdivy(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Xlog1py(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("NextAfter(x1: T, x2: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("BitwiseAnd(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("BitwiseOr(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("BitwiseXor(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("LeftShift(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("RightShift(x: T, y: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Igamma(a: T, x: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Igammac(a: T, x: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Zeta(x: T, q: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("Polygamma(a: T, x: T) -> z: T | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
    ]);

    /// <summary>The sum.</summary>
    public static Tensor AddV2(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["AddV2"], [x, y], null, name);

    /// <summary>The sum (the older op; of strings too).</summary>
    public static Tensor Add(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Add"], [x, y], null, name);

    /// <summary>The difference.</summary>
    public static Tensor Sub(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Sub"], [x, y], null, name);

    /// <summary>The product.</summary>
    public static Tensor Mul(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Mul"], [x, y], null, name);

    /// <summary>The quotient of floating numbers.</summary>
    public static Tensor RealDiv(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["RealDiv"], [x, y], null, name);

    /// <summary>The quotient; of integers truncated toward zero.</summary>
    public static Tensor Div(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Div"], [x, y], null, name);

    /// <summary>The quotient, 0 where the divisor is 0.</summary>
    public static Tensor DivNoNan(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["DivNoNan"], [x, y], null, name);

    /// <summary>The quotient rounded down.</summary>
    public static Tensor FloorDiv(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["FloorDiv"], [x, y], null, name);

    /// <summary>The remainder with the divisor's sign.</summary>
    public static Tensor FloorMod(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["FloorMod"], [x, y], null, name);

    /// <summary>The remainder with the dividend's sign (C's fmod).</summary>
    public static Tensor Mod(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Mod"], [x, y], null, name);

    /// <summary>The quotient of integers truncated toward zero.</summary>
    public static Tensor TruncateDiv(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["TruncateDiv"], [x, y], null, name);

    /// <summary>The remainder of a truncated division.</summary>
    public static Tensor TruncateMod(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["TruncateMod"], [x, y], null, name);

    /// <summary>The product, 0 where y is 0 even if x is infinite or NaN.</summary>
    public static Tensor MulNoNan(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["MulNoNan"], [x, y], null, name);

    /// <summary>The greater element; NaN if either is.</summary>
    public static Tensor Maximum(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Maximum"], [x, y], null, name);

    /// <summary>The lesser element; NaN if either is.</summary>
    public static Tensor Minimum(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Minimum"], [x, y], null, name);

    /// <summary>x to the power of y.</summary>
    public static Tensor Pow(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Pow"], [x, y], null, name);

    /// <summary>(x - y) squared.</summary>
    public static Tensor SquaredDifference(Tensor x, Tensor y, string? name = null) =>
        Make(BinaryDefinitions["SquaredDifference"], [x, y], null, name);

    /// <summary>The angle of the point (x, y), arguments in the order y, x.</summary>
    public static Tensor Atan2(Tensor y, Tensor x, string? name = null) => Make(BinaryDefinitions["Atan2"], [y, x], null, name);

    /// <summary>x log y, 0 where x is 0.</summary>
    public static Tensor Xlogy(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Xlogy"], [x, y], null, name);

    /// <summary>x / y, 0 where x is 0.</summary>
    public static Tensor Xdivy(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Xdivy"], [x, y], null, name);

    /// <summary>x log(1 + y), 0 where x is 0.</summary>
    public static Tensor Xlog1py(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["Xlog1py"], [x, y], null, name);

    /// <summary>The next representable number from x toward y.</summary>
    public static Tensor NextAfter(Tensor x1, Tensor x2, string? name = null) => Make(BinaryDefinitions["NextAfter"], [x1, x2], null, name);

    /// <summary>The bits set in both.</summary>
    public static Tensor BitwiseAnd(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["BitwiseAnd"], [x, y], null, name);

    /// <summary>The bits set in either.</summary>
    public static Tensor BitwiseOr(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["BitwiseOr"], [x, y], null, name);

    /// <summary>The bits set in exactly one.</summary>
    public static Tensor BitwiseXor(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["BitwiseXor"], [x, y], null, name);

    /// <summary>The bits shifted left.</summary>
    public static Tensor LeftShift(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["LeftShift"], [x, y], null, name);

    /// <summary>The bits shifted right, the sign kept.</summary>
    public static Tensor RightShift(Tensor x, Tensor y, string? name = null) => Make(BinaryDefinitions["RightShift"], [x, y], null, name);

    /// <summary>The lower regularized incomplete gamma function P(a, x).</summary>
    public static Tensor Igamma(Tensor a, Tensor x, string? name = null) => Make(BinaryDefinitions["Igamma"], [a, x], null, name);

    /// <summary>The upper regularized incomplete gamma function Q(a, x).</summary>
    public static Tensor Igammac(Tensor a, Tensor x, string? name = null) => Make(BinaryDefinitions["Igammac"], [a, x], null, name);

    /// <summary>The Hurwitz zeta function.</summary>
    public static Tensor Zeta(Tensor x, Tensor q, string? name = null) => Make(BinaryDefinitions["Zeta"], [x, q], null, name);

    /// <summary>The polygamma function of order a.</summary>
    public static Tensor Polygamma(Tensor a, Tensor x, string? name = null) => Make(BinaryDefinitions["Polygamma"], [a, x], null, name);
}
