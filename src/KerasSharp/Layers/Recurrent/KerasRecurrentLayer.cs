using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the recurrent layers that are named after their cell (<see cref="LSTM"/>, <see cref="GRU"/>, <see cref="SimpleRNN"/>) have in common.</summary>
public abstract class KerasRecurrentLayer : RecurrentLayer
{
    private readonly KerasCell cell;

    private protected KerasRecurrentLayer(KerasCell cell, RecurrentOptions options, string? name)
        : base(cell, options, name)
    {
        cell.Arguments.Check(this);
        this.cell = cell;
    }

    /// <summary>The length of the output.</summary>
    public int Units => cell.Units;

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig().With(cell.ArgumentConfig()).With(new Config { ["activity_regularizer"] = ActivityRegularizer });

    private protected sealed override void BuildCell(Shape stepShape)
    {
        cell.ShareDType(this);
        base.BuildCell(stepShape);
    }
}
