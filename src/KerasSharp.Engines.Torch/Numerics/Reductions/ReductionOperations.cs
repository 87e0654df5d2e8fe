using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The operations of TensorFlow's Sum, Prod, Max and Min. Max and Min propagate NaN.</summary>
internal static class ReductionOperations
{
    /// <summary>x + y; 0 for nothing.</summary>
    internal readonly struct Sum<T> : IReduction<T>
        where T : unmanaged, INumber<T>
    {
        public static T Identity => T.Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Combine(T x, T y) => x + y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<T> Combine(Vector512<T> x, Vector512<T> y) => x + y;
    }

    /// <summary>x * y; 1 for nothing.</summary>
    internal readonly struct Product<T> : IReduction<T>
        where T : unmanaged, INumber<T>
    {
        public static T Identity => T.One;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Combine(T x, T y) => x * y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<T> Combine(Vector512<T> x, Vector512<T> y) => x * y;
    }

    /// <summary>The greater one; -infinity, or the lowest integer, for nothing.</summary>
    internal readonly struct Maximum<T> : IReduction<T>
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        public static T Identity => Limit(T.MinValue, T.Zero - T.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Combine(T x, T y) => T.Max(x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<T> Combine(Vector512<T> x, Vector512<T> y) => Vector512.Max(x, y);
    }

    /// <summary>The smaller one; infinity, or the highest integer, for nothing.</summary>
    internal readonly struct Minimum<T> : IReduction<T>
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        public static T Identity => Limit(T.MaxValue, T.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Combine(T x, T y) => T.Min(x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<T> Combine(Vector512<T> x, Vector512<T> y) => Vector512.Min(x, y);
    }

    // A type that knows infinity has it beyond its last number.
    private static T Limit<T>(T last, T sign)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half)
            ? T.CreateSaturating(double.PositiveInfinity) * sign
            : last;
}
