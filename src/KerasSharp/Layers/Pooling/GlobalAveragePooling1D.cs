using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The mean of each channel of sequences; steps that a mask leaves out do not count.</summary>
public sealed class GlobalAveragePooling1D : GlobalPooling
{
    /// <summary>The layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="keepDims">Whether the summarized axes stay, with length 1; false by default.</param>
    /// <param name="name">The layer's name.</param>
    public GlobalAveragePooling1D(string? dataFormat = null, bool keepDims = false, string? name = null)
        : base(1, dataFormat, keepDims, name) => SupportsMasking = true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (context.Mask(inputs) is not { } mask)
            return base.Call(inputs, context);
        var steps = Op.Ints(Order.Spatial);
        var counted = Op.ExpandDims(mask, Order.IsFirst ? 1 : 2);
        var total = Op.Sum(Op.SelectV2(counted, inputs, Op.Constant(0, inputs.DType)), steps, KeepDims);
        return total / Op.Sum(Op.Cast(counted, inputs.DType), steps, KeepDims);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) => [];

    internal static GlobalAveragePooling1D Read(Config config) =>
        Read(config, (dataFormat, keepDims) => new GlobalAveragePooling1D(dataFormat, keepDims));

    private protected override Tensor Reduce(Tensor x, Tensor axes) => Op.Mean(x, axes, KeepDims);
}
