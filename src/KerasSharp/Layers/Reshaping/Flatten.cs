using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>All axes but the batch as one.</summary>
public sealed class Flatten : Layer
{
    private readonly ChannelOrder order;

    /// <summary>The layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>, whose channels are moved last before flattening.</param>
    /// <param name="name">The layer's name.</param>
    public Flatten(string? dataFormat = null, string? name = null)
        : base(name) => (order, InputSpecs) = (ChannelOrder.Parse(dataFormat, this), [new InputSpec { MinRank = 1 }]);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        var x = order.ToLast(inputs);
        if (x.Rank == 1)
            return Length.Reshape(x, [Length.Of(x, 0), 1]);
        long features = x.Shape.Slice(1).Size;
        return features < 0 ? Length.Reshape(x, [Length.Of(x, 0), -1]) : Length.Reshape(x, [Length.Of(x, 0), features]);
    }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["data_format"] = order.Name });

    internal static Flatten Read(Config config) => new(config.Get<string?>("data_format", null));
}
