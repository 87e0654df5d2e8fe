using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>A layer of a model as Keras 3's files know it.</summary>
/// <param name="Path">Its path from the model, such as <c>layers/lstm/cell</c>; empty for the model.</param>
/// <param name="Layer">The layer.</param>
internal sealed record SavedObject(string Path, Layer Layer)
{
    /// <summary>Its own variables, without those of layers inside.</summary>
    public IReadOnlyList<Variable> Variables => Layer.SavedVariables;

    /// <summary>How errors name it.</summary>
    public string Name => $"layer '{Layer.Name}' ({Layer.ClassName}) at '{Path}'";
}
