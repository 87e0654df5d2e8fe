using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the dropouts that drop whole channels have in common.</summary>
public abstract class SpatialDropout : Layer
{
    private readonly ChannelOrder order;
    private readonly bool hasFormat;

    private protected SpatialDropout(int rank, double rate, string? dataFormat, bool hasFormat, int? seed, string? name)
        : base(name)
    {
        (Rate, Seed, order) = (this.Fraction(rate), seed, ChannelOrder.Parse(dataFormat, this));
        this.hasFormat = hasFormat;
        (SupportsMasking, InputSpecs) = (true, [new InputSpec { Rank = rank + 2 }]);
    }

    /// <summary>The part of the channels that is dropped.</summary>
    public double Rate { get; }

    /// <summary>The seed, or null.</summary>
    public int? Seed { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        if (!context.Training || Rate == 0)
            return inputs;
        if (Rate == 1)
            return Op.ZerosLike(inputs);
        int channels = order.Axis(inputs.Rank);
        var shape = Length.ShapeTensor([
            .. Enumerable.Range(0, inputs.Rank).Select(axis => axis == 0 || axis == channels ? Length.Of(inputs, axis) : 1),
        ]);
        return inputs * Drop.Factors(this, context, Seed, Rate, shape, inputs.DType);
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig()
    {
        var config = base.GetConfig().With(new Config { ["rate"] = Rate, ["seed"] = Seed });
        if (hasFormat)
            config["data_format"] = order.Name;
        // Alone among the layers these do not take it in Keras 3.
        config.Remove("trainable");
        return config;
    }
}
