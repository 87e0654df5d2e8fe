using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>
/// Circle loss of embeddings (Sun et al., 2020): draws those of one class together and those of different classes apart, more strongly
/// the further they are from where they should be. Targets are class numbers; predictions are normalized vectors.
/// </summary>
/// <param name="gamma">The scale.</param>
/// <param name="margin">The relaxation of the boundary.</param>
/// <param name="removeDiagonal">Whether a sample is not compared with itself.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class Circle(
    double gamma = 80,
    double margin = 0.4,
    bool removeDiagonal = true,
    string? reduction = "sum_over_batch_size",
    string name = "circle"
) : FunctionLoss(reduction, name)
{
    /// <summary>The scale.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>The relaxation of the boundary.</summary>
    public double Margin { get; } = margin;

    /// <summary>Whether a sample is not compared with itself.</summary>
    public bool RemoveDiagonal { get; } = removeDiagonal;

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                    ["gamma"] = Gamma,
                    ["margin"] = Margin,
                    ["remove_diagonal"] = RemoveDiagonal,
                }
            );

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var distances = Op.Maximum(1 - Op.MatMul(yPred, yPred, transposeB: true), Op.Constant(0, yPred.DType));
        var labels = Op.Reshape(Op.Cast(yTrue, DType.Int32), -1, 1);
        var same = Op.Equal(labels, Op.Transpose(labels, 1, 0));
        var different = Op.LogicalNot(same);
        if (RemoveDiagonal)
            same = Op.LogicalAnd(same, OffDiagonal(labels));
        var near = -Gamma * Weights(Margin + distances, same) * (Margin - distances);
        var far = Gamma * Weights(1 + Margin - distances, different) * (1 - Margin - distances);
        return Op.Softplus(LogSumExp(near, same) + LogSumExp(far, different));
    }

    private protected override (Tensor Values, Tensor? Mask) CallWithMask(Tensor yTrue, Tensor yPred)
    {
        var losses = Call(yTrue, yPred);
        return (losses, Op.Greater(losses, Op.Constant(0, losses.DType)));
    }

    private static Tensor Weights(Tensor values, Tensor mask) =>
        Op.Maximum(values * Op.Cast(mask, values.DType), Op.Constant(0, values.DType));

    private static Tensor LogSumExp(Tensor values, Tensor mask) =>
        K.LogSumExp(Op.SelectV2(mask, values, Op.Constant(double.NegativeInfinity, values.DType)), [1]);

    private static Tensor OffDiagonal(Tensor column)
    {
        var count = K.Dimension(column, 0);
        var numbers = Op.Range(Op.Int(0), count, Op.Int(1));
        return Op.NotEqual(Op.ExpandDims(numbers, 1), Op.ExpandDims(numbers, 0));
    }
}
