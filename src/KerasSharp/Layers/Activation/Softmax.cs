using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Exponentials divided by their sum along axes; masked elements get 0.</summary>
public sealed class Softmax : Layer
{
    private const double LargeNegative = -3e4;

    /// <summary>The layer.</summary>
    /// <param name="axis">The axes along which the result sums to 1; the last by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">The list of axes is empty.</exception>
    public Softmax(Sizes? axis = null, string? name = null)
        : base(name)
    {
        (Axis, SupportsMasking) = (axis ?? -1, true);
        if (Axis.Count == 0)
            throw this.Wrong(nameof(axis), "must be one axis or several; got an empty list. Leave it out for the last axis.");
    }

    /// <summary>The axes.</summary>
    public Sizes Axis { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (context.Mask(inputs) is not { } mask)
            return Normalize(inputs);
        var kept = Op.SelectV2(mask, inputs, Op.Constant(inputs.DType == DType.Float16 ? LargeNegative : -1e9, inputs.DType));
        return Op.SelectV2(mask, Normalize(kept), Op.Constant(0, inputs.DType));
    }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["axis"] = Axis.Count == 1 ? Axis[0] : Axis });

    internal static Softmax Read(Config config) => new(config.Get<int[]>("axis", [-1]));

    private Tensor Normalize(Tensor x)
    {
        int[] axes = [.. Axis.Select(axis => this.AxisOf(x.Rank, axis))];
        if (axes.Length == 1)
            return Activations.Softmax(x, axes[0]);
        var exponentials = Op.Exp(x - K.Max(x, axes, keepDims: true));
        return exponentials / K.Sum(exponentials, axes, keepDims: true);
    }
}
