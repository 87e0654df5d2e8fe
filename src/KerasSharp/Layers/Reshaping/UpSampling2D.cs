using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Enlarges images by whole factors.</summary>
public sealed class UpSampling2D : UpSampling
{
    /// <summary>The layer.</summary>
    /// <param name="size">The factors of height and width; 2 by default.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="interpolation"><c>nearest</c> (default) repeats rows and columns, <c>bilinear</c> draws lines between them.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">An argument is out of range; the message says which.</exception>
    /// <exception cref="NotSupportedException">The interpolation is another one of Keras's.</exception>
    public UpSampling2D(Sizes? size = null, string? dataFormat = null, string interpolation = "nearest", string? name = null)
        : base(2, size ?? 2, dataFormat, name) =>
        Interpolation = this.OneOf(["nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"], interpolation) is "nearest" or "bilinear"
            ? interpolation.ToLowerInvariant()
            : throw new NotSupportedException(
                $"Layer '{Name}' (UpSampling2D): interpolation \"{interpolation}\" is not supported. Use \"nearest\" or \"bilinear\"."
            );

    /// <summary><c>nearest</c> or <c>bilinear</c>.</summary>
    public string Interpolation { get; }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["size"] = Factors,
                    ["data_format"] = DataFormat,
                    ["interpolation"] = Interpolation,
                }
            );

    internal static UpSampling2D Read(Config config) =>
        new(config.Get<int[]>("size", [2]), config.Get<string?>("data_format", null), config.Get("interpolation", "nearest"));

    private protected override Tensor Enlarge(Tensor x, int axis, int factor)
    {
        if (Interpolation == "nearest" || factor == 1)
            return base.Enlarge(x, axis, factor);
        long length = x.Shape[axis];
        if (length < 0)
            throw new NotSupportedException(
                $"Layer '{Name}' (UpSampling2D): bilinear interpolation needs images of known size; got {x.Shape}. Give the input's height and width."
            );
        var centres = Enumerable.Range(0, (int)length * factor).Select(i => Math.Clamp((i + 0.5) / factor - 0.5, 0, length - 1)).ToArray();
        var low = Op.GatherV2(x, Op.Ints([.. centres.Select(centre => (long)centre)]), axis);
        var high = Op.GatherV2(x, Op.Ints([.. centres.Select(centre => Math.Min((long)centre + 1, length - 1))]), axis);
        return low + (high - low) * Fractions(centres, axis, x);
    }

    /// <summary>How far each centre lies between two rows, shaped to multiply along the axis.</summary>
    private static Tensor Fractions(double[] centres, int axis, Tensor x)
    {
        var shape = Shape.Of([.. Enumerable.Range(0, x.Rank).Select(i => i == axis ? centres.Length : 1L)]);
        var fractions = centres.Select(centre => (float)(centre - Math.Floor(centre))).ToArray();
        return Op.Cast(Op.Constant(TensorValue.From<float>(shape, fractions)), x.DType);
    }
}
