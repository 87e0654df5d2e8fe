using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The float32 functions as type arguments of <see cref="VectorMap"/>.</summary>
internal static class VectorFunctions
{
    /// <summary>e to the x.</summary>
    internal readonly struct Exp : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorExp.Exp(x);
    }

    /// <summary>e to the x, less 1.</summary>
    internal readonly struct ExpM1 : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorExp.ExpM1(x);
    }

    /// <summary>The logistic function.</summary>
    internal readonly struct Sigmoid : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorExp.Sigmoid(x);
    }

    /// <summary>The hyperbolic tangent.</summary>
    internal readonly struct Tanh : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorExp.Tanh(x);
    }

    /// <summary>The natural logarithm.</summary>
    internal readonly struct Log : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorLog.Log(x);
    }

    /// <summary>log(1 + x).</summary>
    internal readonly struct Log1P : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorLog.Log1P(x);
    }

    /// <summary>log(1 + e^x).</summary>
    internal readonly struct Softplus : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorLog.Softplus(x);
    }

    /// <summary>The error function.</summary>
    internal readonly struct Erf : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorErf.Erf(x);
    }

    /// <summary>The sine.</summary>
    internal readonly struct Sin : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorTrigonometry.Sin(x);
    }

    /// <summary>The cosine.</summary>
    internal readonly struct Cos : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x) => VectorTrigonometry.Cos(x);
    }

    /// <summary>x to the y.</summary>
    internal readonly struct Pow : IVectorFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Invoke(Vector512<float> x, Vector512<float> y) => VectorPow.Pow(x, y);
    }
}
