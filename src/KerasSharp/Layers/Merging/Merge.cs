using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>What the layers that combine several inputs element by element have in common: broadcasting and masks.</summary>
public abstract class Merge : Layer
{
    private protected Merge(string? name)
        : base(name) => SupportsMasking = true;

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<Shape> inputShapes)
    {
        if (inputShapes.Count < 2)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}) merges at least 2 inputs; {inputShapes.Count} came. Apply it to a list of tensors."
            );
    }

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        int rank = inputs.Max(input => input.Rank);
        try
        {
            return [Combine([.. inputs.Select(input => WithRank(input, rank))])];
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}) cannot merge inputs of shapes {string.Join(", ", inputs.Select(input => input.Shape))}: {e.Message}",
                e
            );
        }
    }

    /// <summary>The combination of inputs of equal rank.</summary>
    private protected virtual Tensor Combine(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(Combine);

    /// <summary>The combination of two inputs.</summary>
    private protected virtual Tensor Combine(Tensor x, Tensor y) =>
        throw new NotSupportedException($"{ClassName} combines all inputs at once.");

    /// <summary>A step counts where any input's does; all do where an input has no mask.</summary>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) =>
        masks.Any(mask => mask is null) ? [] : [masks.Select(mask => mask!).Aggregate((x, y) => Op.LogicalOr(x, y))];

    /// <summary>Inputs of lower rank get unit axes after the batch.</summary>
    private static Tensor WithRank(Tensor x, int rank)
    {
        while (x.Rank < rank)
            x = Op.ExpandDims(x, 1);
        return x;
    }
}
