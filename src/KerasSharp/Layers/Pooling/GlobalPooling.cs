using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the layers that summarize all steps or pixels of each channel have in common.</summary>
public abstract class GlobalPooling : Layer
{
    private protected GlobalPooling(int rank, string? dataFormat, bool keepDims, string? name)
        : base(name) =>
        (Order, KeepDims, InputSpecs) = (ChannelOrder.Parse(dataFormat, this), keepDims, [new InputSpec { Rank = rank + 2 }]);

    /// <summary>Whether the summarized axes stay, with length 1.</summary>
    public bool KeepDims { get; }

    /// <summary>Where the channels stand.</summary>
    private protected ChannelOrder Order { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) =>
        Reduce(inputs, Op.Ints([.. Enumerable.Range(Order.Spatial, inputs.Rank - 2).Select(axis => (long)axis)]));

    /// <summary>The summary over the axes.</summary>
    private protected abstract Tensor Reduce(Tensor x, Tensor axes);

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig().With(new Config { ["data_format"] = Order.Name, ["keepdims"] = KeepDims });

    /// <summary>Makes a layer of the arguments that a config has.</summary>
    private protected static T Read<T>(Config config, Func<string?, bool, T> create) =>
        create(config.Get<string?>("data_format", null), config.Get("keepdims", false));
}
