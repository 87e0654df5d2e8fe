using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>Penalizes rows (or columns) of a matrix that are not orthogonal: factor times the mean |cosine| of all pairs.</summary>
public sealed class OrthogonalRegularizer : Regularizer
{
    /// <summary>An orthogonal regularizer.</summary>
    /// <param name="factor">The factor of the mean |cosine|, 0 or more.</param>
    /// <param name="mode"><c>rows</c> or <c>columns</c>.</param>
    public OrthogonalRegularizer(double factor = 0.01, string mode = "rows")
    {
        if (mode is not ("rows" or "columns"))
            throw new ArgumentException($"mode is 'rows' or 'columns'; got '{mode}'.", nameof(mode));
        (Factor, Mode) = (Factors.Check(factor, nameof(factor)), mode);
    }

    /// <summary>The factor of the mean |cosine|.</summary>
    public double Factor { get; }

    /// <summary><c>rows</c> or <c>columns</c>.</summary>
    public string Mode { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tensor is no matrix.</exception>
    public override Tensor Call(Tensor x)
    {
        if (x.Rank != 2)
            throw new ArgumentException($"OrthogonalRegularizer takes a matrix; got shape {x.Shape}.");
        bool rows = Mode == "rows";
        var unit = K.L2Normalize(x, [rows ? 1 : 0]);
        var cosines = Op.MatMul(unit, unit, transposeA: !rows, transposeB: rows);
        double size = x.Shape[rows ? 0 : 1];
        var others = cosines * (1 - Op.Constant(IdentityMatrix.Value((int)size, (int)size, 1, x.DType)));
        return Factor * 0.5 * K.Sum(Op.Abs(others)) / (size * (size - 1) / 2);
    }

    /// <inheritdoc/>
    /// <remarks>The factor is rounded to float32, as Keras writes it.</remarks>
    public override Config GetConfig() => new() { ["factor"] = (float)Factor, ["mode"] = Mode };
}
