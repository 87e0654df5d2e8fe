using System.Numerics;

namespace KerasSharp.Engines.Torch.Kernels;

/// <summary>Code that computes with numbers of any type.</summary>
internal interface INumericVisitor
{
    /// <summary>Called with the CLR type of the numbers.</summary>
    Action? Visit<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}
