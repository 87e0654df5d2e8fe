namespace KerasSharp.Layers;

/// <summary>What a call of a layer is given besides tensors.</summary>
/// <param name="Training">
/// Whether the layer trains in the tensor that this call gives, and in calls inside another layer; null takes it from the surrounding run.
/// When a model is trained, evaluated or asked to predict, that run decides for all its layers, as in Keras 3.
/// </param>
/// <param name="Mask">Overrides the mask of the first input.</param>
public sealed record CallArguments(bool? Training = null, Tensor? Mask = null)
{
    /// <summary>Nothing is overridden.</summary>
    internal static CallArguments None { get; } = new();
}
