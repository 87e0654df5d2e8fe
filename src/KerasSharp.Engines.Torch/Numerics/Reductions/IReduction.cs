using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>An associative operation to reduce with.</summary>
internal interface IReduction<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The result for no elements.</summary>
    static abstract T Identity { get; }

    /// <summary>Combines two numbers.</summary>
    static abstract T Combine(T x, T y);

    /// <summary>Combines lane by lane.</summary>
    static abstract Vector512<T> Combine(Vector512<T> x, Vector512<T> y);
}
