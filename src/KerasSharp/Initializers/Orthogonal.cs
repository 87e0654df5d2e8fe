using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>A random matrix with orthonormal rows or columns, whichever are fewer; leading axes count as rows.</summary>
public sealed class Orthogonal : RandomInitializer
{
    /// <summary>The initializer.</summary>
    /// <param name="gain">What the matrix is multiplied by.</param>
    /// <param name="seed">The seed; null to draw one from <see cref="SeedGenerator.Global"/>.</param>
    public Orthogonal(double gain = 1, int? seed = null)
        : base(seed) => Gain = gain;

    /// <summary>What the matrix is multiplied by.</summary>
    public double Gain { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shape has fewer than two dimensions.</exception>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32)
    {
        if (shape.Rank < 2)
            throw new ArgumentException(
                $"The Orthogonal initializer makes weights of two or more dimensions; the weight has shape {shape}."
            );
        long columns = shape[-1];
        long rows = shape.Slice(0, shape.Rank - 1).Size;
        long small = Math.Min(rows, columns);
        var random = KerasRandom.Normal(Shape.Of(Math.Max(rows, columns), small), 0, 1, Seed, dtype);
        var (q, r) = Op.Qr(random);
        var diagonal = K.Sum(r * Op.Constant(IdentityMatrix.Value((int)small, (int)small, 1, dtype)), [0]);
        q *= Op.Sign(diagonal);
        return Gain * Op.Reshape(rows < columns ? Op.Transpose(q, 1, 0) : q, shape.Dims);
    }

    /// <inheritdoc/>
    public override Config GetConfig() => SeedConfig().With(new() { ["gain"] = Gain });
}
