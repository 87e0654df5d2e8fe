using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the layers that put zeros round images or sequences have in common.</summary>
public abstract class ZeroPadding : Layer
{
    private readonly Margin[] padding;
    private readonly ChannelOrder order;

    private protected ZeroPadding(int rank, Margins padding, string? dataFormat, string? name)
        : base(name)
    {
        (this.padding, order) = (padding.Expand(rank, nameof(padding), this), ChannelOrder.Parse(dataFormat, this));
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        var pairs = new (long, long)[inputs.Rank];
        for (int i = 0; i < padding.Length; i++)
            pairs[order.Spatial + i] = (padding[i].Before, padding[i].After);
        return Op.Pad(inputs, pairs);
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig()
            .With(new Config { ["padding"] = padding.Length == 1 ? Pair(padding[0]) : padding.Select(Pair), ["data_format"] = order.Name });

    private static int[] Pair(Margin margin) => [margin.Before, margin.After];
}
