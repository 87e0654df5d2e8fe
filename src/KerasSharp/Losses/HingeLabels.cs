using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>What the hinge losses share.</summary>
internal static class HingeLabels
{
    /// <summary>max(1 − target · prediction, 0), with targets −1 and 1; those given as 0 and 1 throughout are converted.</summary>
    public static Tensor Shortfall(Tensor target, Tensor output)
    {
        var zero = Op.Constant(0, target.DType);
        var isBinary = Op.LogicalOr(Op.Equal(target, zero), Op.Equal(target, Op.Constant(1, target.DType)));
        var allBinary = Op.All(isBinary, Op.Ints([.. Enumerable.Range(0, isBinary.Rank)]));
        var labels = Op.SelectV2(allBinary, 2 * target - 1, target);
        return Op.Maximum(1 - labels * output, zero);
    }
}
