using System.Numerics;

namespace KerasSharp.Engines.Torch.Kernels;

/// <summary>Code that computes with floating numbers of any precision.</summary>
internal interface IFloatVisitor
{
    /// <summary>Called with the CLR type of the numbers.</summary>
    Action? Visit<T>()
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>;
}
