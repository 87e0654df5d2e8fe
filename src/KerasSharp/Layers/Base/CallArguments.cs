namespace KerasSharp.Layers;

/// <summary>What a call of a layer is given besides tensors.</summary>
/// <param name="Training">Overrides whether the layer trains; null takes it from the surrounding run.</param>
/// <param name="Mask">Overrides the mask of the first input.</param>
public sealed record CallArguments(bool? Training = null, Tensor? Mask = null)
{
    /// <summary>Nothing is overridden.</summary>
    internal static CallArguments None { get; } = new();
}
