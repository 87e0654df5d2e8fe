using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Undoes broadcasting: the one place where a gradient is summed back to the shape of what was repeated.</summary>
internal static class Broadcasting
{
    /// <summary>The gradient summed over the axes along which <paramref name="input"/> was repeated, in the input's shape.</summary>
    public static Tensor SumTo(Tensor gradient, Tensor input)
    {
        if (input.Shape.IsDefined && input.Shape.Equals(gradient.Shape))
            return gradient;
        var shape = Op.ShapeOf(input);
        var axes = RepeatedAxes(input.Shape, gradient.Shape) is { } known
            ? Op.Ints(known)
            : Op.BroadcastGradientArgs(shape, Op.ShapeOf(gradient)).R0;
        return Op.Reshape(Op.Sum(gradient, axes), shape);
    }

    /// <summary>The axes of the larger shape along which the smaller was repeated, or null where lengths that decide it are unknown.</summary>
    private static long[]? RepeatedAxes(Shape small, Shape large)
    {
        if (!small.HasRank || !large.HasRank)
            return null;
        int lead = large.Rank - small.Rank;
        var axes = new List<long>();
        for (int i = 0; i < large.Rank; i++)
            if (i < lead || (small[i - lead] == 1 && large[i] != 1))
                axes.Add(i);
            else if (small[i - lead] < 0)
                return null;
        return [.. axes];
    }
}
