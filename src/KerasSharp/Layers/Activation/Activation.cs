using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Applies an activation function to its input.</summary>
public sealed class Activation : Layer
{
    /// <summary>A layer of an activation.</summary>
    /// <param name="activation">The function or its name, such as <c>"relu"</c>.</param>
    /// <param name="name">The layer's name.</param>
    public Activation(ActivationFunction activation, string? name = null)
        : base(name) => (Function, SupportsMasking) = (this.NotNull(activation), true);

    /// <summary>The function.</summary>
    public ActivationFunction Function { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Function.Call(inputs);

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["activation"] = Function });

    internal static Activation Read(Config config) => new(config.GetObject<ActivationFunction>("activation") ?? ActivationFunction.Linear);
}
