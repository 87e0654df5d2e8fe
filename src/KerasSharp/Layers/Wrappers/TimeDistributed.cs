using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Applies a layer to every step of a sequence [batch, time, …].</summary>
public sealed class TimeDistributed : Layer
{
    private readonly Layer layer;

    /// <summary>The layer.</summary>
    /// <param name="layer">What is applied to a step.</param>
    /// <param name="name">The layer's name.</param>
    public TimeDistributed(Layer layer, string? name = null)
        : base(name) => (this.layer, SupportsMasking, InputSpecs) = (Track(this.NotNull(layer)), true, [new InputSpec { MinRank = 3 }]);

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        layer.ShareDType(this);
        layer.EnsureBuilt(Shape.Of(inputShape[0]).Concat(inputShape.Slice(2)));
    }

    /// <summary>
    /// The steps as samples of one larger batch; but one after the other where samples affect each other in training, as in
    /// BatchNormalization.
    /// </summary>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (context.Training && inputs.Shape[1] >= 0 && layer.AllLayers().Any(inner => inner.MixesSamples))
            return Op.Pack([.. Op.Unpack(inputs, (int)inputs.Shape[1], 1).Select(step => layer.Apply(step, context))], 1);
        var samples = Length.Reshape(inputs, [Folded(inputs), .. Length.Range(inputs, 2, inputs.Rank)]);
        var output = layer.Apply(samples, context);
        return Length.Reshape(output, [Length.Of(inputs, 0), Length.Of(inputs, 1), .. Length.Range(output, 1, output.Rank)]);
    }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["layer"] = layer });

    internal static TimeDistributed Read(Config config) =>
        new(
            KerasObjects.Deserialize<Layer>(config["layer"])
                ?? throw new FormatException("The config of a TimeDistributed needs a \"layer\".")
        );

    /// <summary>Batch times time.</summary>
    private static Length Folded(Tensor inputs) => inputs.Shape[0] >= 0 && inputs.Shape[1] >= 0 ? inputs.Shape[0] * inputs.Shape[1] : -1;
}
