namespace KerasSharp.Engines.Torch.Kernels;

/// <summary>Code that moves elements of any type of one size.</summary>
internal interface IElementVisitor
{
    /// <summary>Called with an unsigned integer of the element's size.</summary>
    Action? Visit<T>()
        where T : unmanaged, IEquatable<T>;
}
