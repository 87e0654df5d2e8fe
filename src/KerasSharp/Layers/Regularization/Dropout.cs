using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>In training, sets a random part of its input to 0 and scales the rest up; otherwise gives its input back.</summary>
public sealed class Dropout : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="rate">The part that is dropped, 0 to 1.</param>
    /// <param name="noiseShape">
    /// The shape of the random pattern, batch first, broadcast over the input; null lengths are the input's. The input's shape by default.
    /// </param>
    /// <param name="seed">The seed; drawn from the global one by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate lies outside [0, 1].</exception>
    public Dropout(double rate, Shape? noiseShape = null, int? seed = null, string? name = null)
        : base(name) => (Rate, NoiseShape, Seed, SupportsMasking) = (this.Fraction(rate), noiseShape, seed, true);

    /// <summary>The part that is dropped.</summary>
    public double Rate { get; }

    /// <summary>The shape of the random pattern, or null for the input's.</summary>
    public Shape? NoiseShape { get; }

    /// <summary>The seed, or null.</summary>
    public int? Seed { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (!context.Training || Rate == 0)
            return inputs;
        if (Rate == 1)
            return Op.ZerosLike(inputs);
        return inputs * Drop.Factors(this, context, Seed, Rate, PatternShape(inputs), inputs.DType);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["rate"] = Rate,
                    ["seed"] = Seed,
                    ["noise_shape"] = NoiseShape,
                }
            );

    internal static Dropout Read(Config config) =>
        new(config.Get<double>("rate"), config.Get<Shape?>("noise_shape", null), config.Get<int?>("seed", null));

    private Tensor PatternShape(Tensor inputs)
    {
        if (NoiseShape is null)
            return Op.ShapeOf(inputs);
        if (NoiseShape.Rank != inputs.Rank)
            throw new ArgumentException(
                $"Layer '{Name}' (Dropout): noiseShape {NoiseShape} must have as many lengths as the input {inputs.Shape}, the batch included."
            );
        return Length.ShapeTensor([
            .. Enumerable.Range(0, inputs.Rank).Select(axis => NoiseShape[axis] >= 0 ? NoiseShape[axis] : Length.Of(inputs, axis)),
        ]);
    }
}
