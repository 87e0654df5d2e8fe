using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>An elementwise function of float32, sixteen at a time.</summary>
internal interface IVectorFunction
{
    /// <summary>The function's values.</summary>
    static abstract Vector512<float> Invoke(Vector512<float> x);
}
