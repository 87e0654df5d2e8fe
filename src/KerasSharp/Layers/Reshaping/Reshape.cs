using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The elements of each sample in row order under another shape.</summary>
public sealed class Reshape : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="targetShape">The shape of a sample; one length may be null (or -1), to be found.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">More than one length is unknown.</exception>
    public Reshape(Shape targetShape, string? name = null)
        : base(name)
    {
        TargetShape = this.NotNull(targetShape);
        if (!targetShape.HasRank || targetShape.Dims.Count(-1) > 1)
            throw this.Wrong(nameof(targetShape), $"must have at most one unknown length; got {targetShape}. Give the other lengths.");
    }

    /// <summary>The shape of a sample, -1 where it is to be found.</summary>
    public Shape TargetShape { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) =>
        Length.Reshape(inputs, [Length.Of(inputs, 0), .. Resolve(inputs.Shape.Slice(1)).ToArray().Select(length => (Length)length)]);

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["target_shape"] = TargetShape.ToArray() });

    internal static Reshape Read(Config config) => new(Shape.Of([.. config.Get<int[]>("target_shape").Select(length => (long)length)]));

    private Shape Resolve(Shape sample)
    {
        int hole = TargetShape.Dims.IndexOf(-1);
        long known = 1;
        foreach (long length in TargetShape.Dims)
            known *= length < 0 ? 1 : length;
        if (sample.Size < 0)
            return TargetShape;
        if (hole < 0 ? sample.Size != known : known == 0 || sample.Size % known != 0)
            throw new ArgumentException(
                $"Layer '{Name}' (Reshape): a sample of shape {sample} has {sample.Size} elements, which cannot take the target shape {TargetShape}. Change the target shape."
            );
        return hole < 0 ? TargetShape : TargetShape.With(hole, sample.Size / known);
    }
}
