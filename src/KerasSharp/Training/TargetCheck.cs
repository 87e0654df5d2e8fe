using KerasSharp.Losses;

namespace KerasSharp;

/// <summary>Refuses targets whose shape does not fit the output and its loss, before the loss fails in its own words.</summary>
internal static class TargetCheck
{
    /// <summary>The target, if it fits.</summary>
    /// <exception cref="ArgumentException">It is missing or does not fit; the message says which layer, what it expects and what to do.</exception>
    public static Tensor Checked(Model model, int index, Loss loss, Tensor? target, Tensor output)
    {
        var where = $"Model '{model.Name}', output '{model.TargetNames[index]}'";
        if (target is null)
            throw new ArgumentException($"{where} has the loss '{loss.Name}'; give targets y for it.");
        if (!target.Shape.HasRank || !output.Shape.HasRank || output.Shape.Rank < 2)
            return target;
        var (y, p) = (target.Shape, output.Shape);
        if (loss is SparseCategoricalCrossentropy)
            return IsSparse(y, p) ? target : throw new ArgumentException(SparseMessage(where, y, p));
        if (IsProbabilistic(loss) && !IsSame(y, p))
            throw new ArgumentException(
                $"{where}: '{loss.Name}' expects targets of the output's shape {p}; y has shape {y}. {Remedy(loss, y, p)}"
            );
        if (IsElementwise(loss) && !CanBroadcast(y, p))
            throw new ArgumentException(
                $"{where}: '{loss.Name}' compares targets with outputs element by element; the output has shape {p}, y has shape {y}. {Remedy(loss, y, p)}"
            );
        return target;
    }

    private static bool IsElementwise(Loss loss) =>
        loss is not (SparseCategoricalCrossentropy or CTC or Circle or Dice or Tversky or Crossentropy or LossFunctionWrapper);

    /// <summary>Whether each dimension, from the last on, is equal, 1 or unknown, once a last dimension of 1 is left out of the longer.</summary>
    private static bool CanBroadcast(Shape y, Shape p)
    {
        if (IsSame(y, p))
            return true;
        for (int i = 1; i <= Math.Min(y.Rank, p.Rank); i++)
            if (y[-i] != p[-i] && y[-i] > 1 && p[-i] > 1)
                return false;
        return true;
    }

    private static bool IsProbabilistic(Loss loss) => loss is CategoricalCrossentropy or CategoricalFocalCrossentropy or BinaryCrossentropy;

    private static bool IsSparse(Shape y, Shape p)
    {
        if (y.Rank == p.Rank && p[-1] == 1)
            return true;
        if (y.Rank == p.Rank && y[-1] == 1)
            y = y.Slice(0, y.Rank - 1);
        return y.Rank == p.Rank - 1 && y.IsCompatibleWith(p.Slice(0, p.Rank - 1));
    }

    /// <summary>Equal where both are known; a last dimension of 1 may be left out, and a rank may be unknown in parts.</summary>
    private static bool IsSame(Shape y, Shape p)
    {
        if (y.Rank == p.Rank - 1 && p[-1] == 1)
            p = p.Slice(0, p.Rank - 1);
        else if (p.Rank == y.Rank - 1 && y[-1] == 1)
            y = y.Slice(0, y.Rank - 1);
        return y.IsCompatibleWith(p);
    }

    private static string SparseMessage(string where, Shape y, Shape p) =>
        $"{where}: 'sparse_categorical_crossentropy' expects class numbers of shape {p.Slice(0, p.Rank - 1)} for the output's shape {p}; y has shape {y}. "
        + "For one-hot targets use 'categorical_crossentropy'.";

    private static string Remedy(Loss loss, Shape y, Shape p) =>
        loss is CategoricalCrossentropy or CategoricalFocalCrossentropy && (y.Rank < p.Rank || y[-1] == 1)
            ? $"For class numbers use 'sparse_categorical_crossentropy', or make y one-hot with Utils.ToCategorical(y, {p[-1]})."
            : $"Change the last layer to {y[-1]} units, or y's last dimension to {p[-1]}.";
}
