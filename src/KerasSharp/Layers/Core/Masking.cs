using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Marks the steps of a sequence whose features all have one value as padding, which layers that follow skip.</summary>
public sealed class Masking : Layer
{
    /// <summary>A layer for one padding value.</summary>
    /// <param name="maskValue">The value; 0 by default.</param>
    /// <param name="name">The layer's name.</param>
    public Masking(double maskValue = 0.0, string? name = null)
        : base(name) => (MaskValue, SupportsMasking, InputSpecs) = (maskValue, true, [new InputSpec { MinRank = 2 }]);

    /// <summary>The value of padding.</summary>
    public double MaskValue { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) =>
        Op.SelectV2(Op.ExpandDims(Counts(inputs), -1), inputs, Op.Constant(0, inputs.DType));

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) =>
        [Counts(inputs[0])];

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["mask_value"] = MaskValue });

    internal static Masking Read(Config config) => new(config.Get("mask_value", 0.0));

    private Tensor Counts(Tensor inputs) => Op.Any(Op.NotEqual(inputs, Op.Constant(MaskValue, inputs.DType)), Op.Ints(-1));
}
