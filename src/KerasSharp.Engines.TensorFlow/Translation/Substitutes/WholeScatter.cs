using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>Updates scattered by indices of no length: each is for the whole result, so they add up. TensorFlow refuses it.</summary>
internal static class WholeScatter
{
    public static Tensor? Of(Operation operation)
    {
        var (indices, updates, shape) = (operation.Inputs[0], operation.Inputs[1], operation.Inputs[2]);
        if (!indices.Shape.HasRank || indices.Shape[-1] != 0)
            return null;
        var batch = Op.Ints([.. Enumerable.Range(0, indices.Shape.Rank - 1).Select(axis => (long)axis)]);
        return Op.Reshape(Op.Sum(updates, batch), shape);
    }
}
