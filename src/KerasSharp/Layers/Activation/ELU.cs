using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>x where positive, else alpha · (exp(x) − 1).</summary>
public sealed class ELU : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="alpha">The size of the negative part; 1 by default.</param>
    /// <param name="name">The layer's name.</param>
    public ELU(double alpha = 1.0, string? name = null)
        : base(name) => (Alpha, SupportsMasking) = (alpha, true);

    /// <summary>The size of the negative part.</summary>
    public double Alpha { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Activations.Elu(inputs, Alpha);

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["alpha"] = Alpha });

    internal static ELU Read(Config config) => new(config.Get("alpha", 1.0));
}
