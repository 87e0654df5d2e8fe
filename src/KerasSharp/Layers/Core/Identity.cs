using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Gives its input back.</summary>
public sealed class Identity : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="name">Its name.</param>
    public Identity(string? name = null)
        : base(name) => SupportsMasking = true;

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => inputs;

    internal static Identity Read(Config config) => new();
}
