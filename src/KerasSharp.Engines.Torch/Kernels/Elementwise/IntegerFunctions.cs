using System.Numerics;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

// Functions of integers, wrapping on overflow as TensorFlow's do. A struct each, so that loops over them are compiled for each.

internal readonly struct IntegerAbs : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> => T.IsNegative(x) ? unchecked(T.Zero - x) : x;
}

internal readonly struct IntegerNegate : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> => unchecked(T.Zero - x);
}

internal readonly struct IntegerSign : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> =>
        T.IsZero(x) ? T.Zero
        : T.IsNegative(x) ? unchecked(T.Zero - T.One)
        : T.One;
}

internal readonly struct IntegerSquare : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> => unchecked(x * x);
}

internal readonly struct IntegerIdentity : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> => x;
}

internal readonly struct IntegerInvert : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> => ~x;
}

internal readonly struct IntegerRelu : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> => T.IsNegative(x) ? T.Zero : x;
}

internal readonly struct IntegerRelu6 : IUnaryInteger
{
    public static T Invoke<T>(T x)
        where T : IBinaryInteger<T> => T.Clamp(x, T.Zero, T.CreateTruncating(6));
}

internal readonly struct IntegerAdd : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => unchecked(x + y);
}

internal readonly struct IntegerSubtract : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => unchecked(x - y);
}

internal readonly struct IntegerMultiply : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => unchecked(x * y);
}

internal readonly struct IntegerMaximum : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => T.Max(x, y);
}

internal readonly struct IntegerMinimum : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => T.Min(x, y);
}

internal readonly struct IntegerSquaredDifference : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => unchecked((x - y) * (x - y));
}

/// <summary>Division by zero is an error in TensorFlow; it is one here.</summary>
internal readonly struct IntegerTruncatedDivide : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => IntegerDivision.IsMinusOne(y) ? unchecked(T.Zero - x) : x / IntegerDivision.NonZero(y);
}

internal readonly struct IntegerTruncatedRemainder : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => IntegerDivision.IsMinusOne(y) ? T.Zero : x % IntegerDivision.NonZero(y);
}

internal readonly struct IntegerFloorDivide : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T>
    {
        if (IntegerDivision.IsMinusOne(y))
            return unchecked(T.Zero - x);
        var quotient = x / IntegerDivision.NonZero(y);
        return !T.IsZero(x % y) && T.IsNegative(x) != T.IsNegative(y) ? quotient - T.One : quotient;
    }
}

internal readonly struct IntegerFloorRemainder : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T>
    {
        if (IntegerDivision.IsMinusOne(y))
            return T.Zero;
        var remainder = x % IntegerDivision.NonZero(y);
        return !T.IsZero(remainder) && T.IsNegative(remainder) != T.IsNegative(y) ? remainder + y : remainder;
    }
}

internal readonly struct IntegerPower : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T>
    {
        if (T.IsNegative(y))
            throw new ArgumentException("Integers cannot be raised to negative powers. Cast to a float first.");
        var result = T.One;
        for (; !T.IsZero(y); y >>= 1, x = unchecked(x * x))
            if (T.IsOddInteger(y))
                result = unchecked(result * x);
        return result;
    }
}

internal readonly struct IntegerAnd : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => x & y;
}

internal readonly struct IntegerOr : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => x | y;
}

internal readonly struct IntegerXor : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => x ^ y;
}

/// <summary>Shifts outside the width are clamped to it, as TensorFlow does.</summary>
internal readonly struct IntegerLeftShift : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => x << IntegerDivision.Shift(y);
}

/// <inheritdoc cref="IntegerLeftShift"/>
internal readonly struct IntegerRightShift : IBinaryInteger2
{
    public static T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T> => x >> IntegerDivision.Shift(y);
}

/// <summary>What the integer functions share.</summary>
internal static class IntegerDivision
{
    public static bool IsMinusOne<T>(T y)
        where T : IBinaryInteger<T> => T.IsNegative(y) && T.IsZero(unchecked(y + T.One));

    public static T NonZero<T>(T y)
        where T : IBinaryInteger<T> => T.IsZero(y) ? throw new DivideByZeroException("Integer division by zero.") : y;

    public static int Shift<T>(T y)
        where T : IBinaryInteger<T>
    {
        int bits = T.Zero.GetByteCount() * 8;
        return int.CreateTruncating(T.Clamp(y, T.Zero, T.CreateTruncating(bits - 1)));
    }
}
