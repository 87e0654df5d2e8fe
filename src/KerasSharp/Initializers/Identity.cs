using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>A matrix with one number on the diagonal and 0 elsewhere.</summary>
/// <param name="gain">The number on the diagonal.</param>
public sealed class Identity(double gain = 1) : Initializer
{
    /// <summary>The number on the diagonal.</summary>
    public double Gain { get; } = gain;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shape is that of no matrix.</exception>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32) =>
        shape.Rank == 2
            ? Op.Constant(IdentityMatrix.Value((int)shape[0], (int)shape[1], Gain, dtype))
            : throw new ArgumentException($"The Identity initializer makes matrices; the weight has shape {shape}.");

    /// <inheritdoc/>
    public override Config GetConfig() => new() { ["gain"] = Gain };
}
