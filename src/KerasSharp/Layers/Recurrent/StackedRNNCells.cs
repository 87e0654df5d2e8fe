using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Cells on top of each other: each takes the output of the one before at every step.</summary>
public sealed class StackedRNNCells : RecurrentCell
{
    private readonly RecurrentCell[] cells;

    /// <summary>The cell.</summary>
    /// <param name="cells">The cells from the input up, at least one.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">There is no cell.</exception>
    public StackedRNNCells(IReadOnlyList<RecurrentCell> cells, string? name = null)
        : base(name)
    {
        if (this.NotNull(cells).Count == 0)
            throw this.Wrong(nameof(cells), "must be one cell or more; got an empty list. Give the cells from the input up.");
        this.cells = [.. cells.Select(cell => Track(this.NotNull(cell, nameof(cells))))];
    }

    /// <summary>The cells from the input up.</summary>
    public IReadOnlyList<RecurrentCell> Cells => cells;

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSizes => [.. cells.SelectMany(cell => cell.StateSizes)];

    /// <inheritdoc/>
    public override int OutputSize => cells[^1].OutputSize;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["cells"] = cells });

    internal static StackedRNNCells Read(Config config) => new([.. config.Get<List<object?>>("cells").Select(RNN.ReadCell)]);

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<Shape> inputShapes)
    {
        var shape = inputShapes[0];
        foreach (var cell in cells)
        {
            cell.EnsureBuilt(shape);
            shape = Shape.Of(shape[0], cell.OutputSize);
        }
    }

    /// <inheritdoc/>
    protected internal override (Tensor Output, IReadOnlyList<Tensor> States) Step(
        Tensor input,
        IReadOnlyList<Tensor> states,
        CallContext context
    )
    {
        var next = new List<Tensor>();
        foreach (var cell in cells)
        {
            (input, var own) = cell.Step(input, [.. states.Skip(next.Count).Take(cell.StateSizes.Count)], context);
            next.AddRange(own);
        }
        return (input, next);
    }
}
